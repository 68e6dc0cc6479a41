import {
	brandNew,
	newestOrder,
	sawHolds,
	sawOrders,
	sawTotal,
} from '../../../../../lib/orders/record/skip-lookup';
import { paymentKey, type RecordOptions } from '../../../../../lib/orders/model/paid-order';
import { fakeOdoo } from '../../odoo/fake-odoo';
import { paidOrder } from '../orders';

const PAID = '2026-11-26T12:00:00+08:00';
const NOW = Date.parse(PAID) + 3_000;
const OPTIONS: RecordOptions = { taxes: 'none' };
const order = paidOrder({ success_time: PAID });

/** A connection that has recorded such an order before. */
async function experienced(holds = false) {
	const odoo = fakeOdoo(() => (holds ? [{ id: 7, name: 'S00007' }] : []));
	await sawOrders(odoo, [41]);
	await sawTotal(odoo, order, OPTIONS, true);
	return odoo;
}

it('needs no look for a payment of seconds ago whose products it knows', async () => {
	const odoo = await experienced();
	expect(await brandNew(odoo, [order], OPTIONS, NOW)).toEqual(new Set([paymentKey(order)]));
	expect(odoo.calls).toHaveLength(1);
});

it.each([
	['an old payment', paidOrder({ success_time: '2026-11-26T11:59:50+08:00' })],
	['a payment of tomorrow', paidOrder({ success_time: '2026-11-27T12:00:00+08:00' })],
	['a payment without a time', paidOrder()],
	['a payment of another amount', paidOrder({ success_time: PAID, total_fen: 24_801 })],
	['an unmapped one', { ...order, mapping: { status: 'unmapped', lines: [], unmapped: [] } }],
] as const)('looks first for %s', async (_, other) => {
	expect(await brandNew(await experienced(), [other as never], OPTIONS, NOW)).toEqual(new Set());
});

it('looks first with other taxes, after a wrong total, and before it has seen any order', async () => {
	const odoo = await experienced();
	expect(await brandNew(odoo, [order], { taxes: 'odoo' }, NOW)).toEqual(new Set());
	await sawTotal(odoo, order, OPTIONS, false);
	expect(await brandNew(odoo, [order], OPTIONS, NOW)).toEqual(new Set());
	expect(
		await brandNew(
			fakeOdoo(() => []),
			[order],
			OPTIONS,
			NOW,
		),
	).toEqual(new Set());
});

it('looks first where stock is held, whoever holds it', async () => {
	expect(await brandNew(await experienced(true), [order], OPTIONS, NOW)).toEqual(new Set());
	const odoo = await experienced();
	await sawHolds(odoo);
	expect(await brandNew(odoo, [order], OPTIONS, NOW)).toEqual(new Set());
});

it('remembers the highest id', async () => {
	const odoo = await experienced();
	await sawOrders(odoo, [40, 43]);
	await sawOrders(odoo, []);
	expect(await newestOrder(odoo)).toBe(43);
});
