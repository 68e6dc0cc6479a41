import { toOdooTime } from '../../../../lib/odoo/odoo-time';

it("writes a moment in Odoo's format, in UTC", () => {
	expect(toOdooTime(Date.parse('2026-11-22T23:30:00.250+08:00'))).toBe('2026-11-22 15:30:00');
});
