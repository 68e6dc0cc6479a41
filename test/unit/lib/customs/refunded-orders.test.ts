import { refundedOrders } from '../../../../lib/customs/refunded-orders';
import type { OdooClient } from '../../../../lib/odoo/client';

it('knows the newest refund of each order, in whatever order Odoo lists the notes', async () => {
	const asked: unknown[] = [];
	const rows = [
		{ id: 1, res_id: 7, create_date: '2026-11-30 10:00:00' },
		{ id: 2, res_id: 7, create_date: '2026-11-30 08:00:00' },
		{ id: 3, res_id: 9, create_date: '2026-11-29 08:00:00' },
	];
	const odoo = {
		call: async (...call: unknown[]) => {
			asked.push(call);
			return await Promise.resolve(rows);
		},
	} as unknown as OdooClient;
	const found = await refundedOrders(odoo, Date.parse('2026-11-29T00:00:00Z'));
	expect(found.get(7)).toBe(Date.parse('2026-11-30T10:00:00Z'));
	expect(found.get(9)).toBe(Date.parse('2026-11-29T08:00:00Z'));
	expect(JSON.stringify(asked)).toContain('2026-11-29 00:00:00');
});
