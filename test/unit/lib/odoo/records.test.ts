import { fromOdooTime, toOdooTime } from '../../../../lib/odoo/records';

const MOMENT = Date.UTC(2026, 10, 22, 15, 30, 0);

it('writes a moment as Odoo does, in UTC, and reads it again', () => {
	expect(toOdooTime(MOMENT + 999)).toBe('2026-11-22 15:30:00');
	expect(fromOdooTime('2026-11-22 15:30:00')).toBe(MOMENT);
});

it.each([false, '', undefined])('reads no moment out of %p', (empty) => {
	expect(fromOdooTime(empty)).toBeNaN();
});
