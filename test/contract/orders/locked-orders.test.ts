import { cancelOrder } from '../../../lib/orders/after-sales/cancel-order';
import { recordRefund } from '../../../lib/orders/after-sales/record-refund';
import { releaseExpiredHolds } from '../../../lib/orders/hold/release-holds';
import type { PaidOrder } from '../../../lib/orders/model/paid-order';
import type { OdooClient } from '../../../lib/odoo/client';
import { isBefore } from '../../../tools/services/odoo-versions';
import { payment } from '../support/payments';
import { context, losingTheAnswer, record } from '../support/recording';
import { runSql } from '../../../tools/services/odoo-python';
import { seenOrders } from '../support/seen-orders';
import { useShop, type Shop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';
import { holdOne } from '../../support/hold-one';

const SOON = Date.parse('2100-01-01T00:00:00Z');
const LATER = Date.parse('2100-01-02T00:00:00Z');

/** Sales → Configuration → Settings → Lock Confirmed Sales. */
async function lockConfirmedSales({ admin }: Shop): Promise<void> {
	const values = { group_auto_done_setting: true };
	const id = await admin.call<number>('res.config.settings', 'create', [values]);
	await admin.call('res.config.settings', 'execute', [[id]]);
}

/** Lock Confirmed Sales: what is confirmed is locked, and Odoo cancels no locked order. */
describe.each(VERSIONS)('Locked orders in Odoo %s', (version) => {
	const shop = useShop(version, lockConfirmedSales);
	const [protocol] = protocolsOf(version);
	// Up to Odoo 16 the lock is a state, and a locked order can be cancelled.
	const confirmed = isBefore(version, '17') ? 'done' : 'sale';

	let client: OdooClient;
	beforeAll(async () => {
		client = await shop().connect(protocol);
	});
	const one = (product: number) => payment([{ product, quantity: 1, price: 1000 }]);
	const refund = async ({ payment: paid }: PaidOrder) =>
		await recordRefund(
			client,
			{
				...{ mchid: paid.mchid, out_trade_no: paid.out_trade_no, currency: 'CNY' },
				...{ transaction_id: paid.transaction_id, refund_id: `50${paid.transaction_id}` },
				...{ refund_status: 'SUCCESS', refund_fen: paid.total_fen, total_fen: paid.total_fen },
			},
			{ creditNote: false, cancelWhenRefunded: true, dryRun: false },
		);
	const reserved = async (order: PaidOrder) => {
		const [seen] = await seenOrders(shop(), order);
		const ofOrder = [['sale_line_id.order_id', '=', seen?.id]];
		const moves = await shop().admin.call<Array<{ state: string }>>('stock.move', 'search_read', [
			ofOrder,
			['state'],
		]);
		return moves.map(({ state }) => state);
	};

	it('are recorded, and cancelled by a full refund and by Cancel', async () => {
		const product = shop().product(2);
		const [refunded, cancelled] = [one(product), one(product)];
		const recorded = await record(client, [refunded, cancelled]);
		expect(recorded.map(({ state }) => state)).toEqual([confirmed, confirmed]);
		expect(await refund(refunded)).toMatchObject({ status: 'recorded', state: 'cancel' });
		expect(await cancelOrder(client, cancelled.payment, 'no', false)).toMatchObject({
			state: 'cancel',
		});
		expect([await reserved(refunded), await reserved(cancelled)]).toEqual([['cancel'], ['cancel']]);
	});

	it('of holds are released, and one that Odoo does not cancel keeps no other one', async () => {
		const product = shop().product(2);
		const [stuck, free] = [one(product), one(product)];
		const held = await holdOne(client, stuck, SOON, { taxes: 'none' }, context);
		await holdOne(client, free, SOON, { taxes: 'none' }, context);
		const allow = await refuseToCancel(shop(), held.sale_order_id);
		const holds = await releaseExpiredHolds(client, LATER, false);
		expect(holds.map(({ released }) => released)).toEqual([false, true]);
		expect(await seenOrders(shop(), free)).toMatchObject([{ state: 'cancel' }]);
		const [locked] = await seenOrders(shop(), stuck);
		expect(locked?.state).toBe(confirmed);
		await allow();
		expect(await releaseExpiredHolds(client, LATER, false)).toMatchObject([{ released: true }]);
	});

	it('of a hold whose release was interrupted do not keep its stock beside the paid order', async () => {
		const order = one(shop().product(1));
		await holdOne(client, order, SOON, { taxes: 'none' }, context);
		const broken = losingTheAnswer(client, 'mail.message', 'load');
		await expect(releaseExpiredHolds(broken, LATER, false)).rejects.toMatchObject({
			code: 'ODOO_NO_ANSWER',
		});
		expect(await record(client, [order])).toMatchObject([{ status: 'reserved' }]);
		expect((await seenOrders(shop(), order)).map(({ state }) => state)).toEqual([
			'cancel',
			confirmed,
		]);
	});

	it('are reset to a quotation without a lock when stock is short', async () => {
		const order = one(shop().product(0));
		const options = { taxes: 'none', whenShort: 'leave_unconfirmed' } as const;
		const [recorded] = await record(client, [order], options);
		expect(recorded).toMatchObject({ status: 'short', state: 'draft' });
		expect(await seenOrders(shop(), order)).toMatchObject([
			{ state: 'draft', activities: [expect.any(String)] },
		]);
	});

	it('with another total than was paid go to a person at every notification', async () => {
		const order = one(shop().product(2));
		const [first] = await record(client, [order]);
		await changePrice(shop(), first?.sale_order_id, 10.5);
		for (const time of [1, 2]) {
			const [again] = await record(client, [order]);
			expect([time, again]).toMatchObject([
				time,
				{ status: 'needs_review', state: confirmed, amount_total: '10.50' },
			]);
		}
		const [seen] = await seenOrders(shop(), order);
		expect(seen?.activities).toEqual([expect.stringMatching(/10\.50 CNY.*10\.00 CNY was paid/)]);
	});
});

/** A person unlocks an order, changes its price, and locks it again. */
async function changePrice({ admin, server }: Shop, orderId = 0, price: number): Promise<void> {
	const [unlock, lock] = isBefore(server.version, '17')
		? ['action_unlock', 'action_done']
		: ['action_unlock', 'action_lock'];
	await admin.call('sale.order', unlock, [[orderId]]);
	const ofOrder = [['order_id', '=', orderId]];
	const lines = await admin.call<number[]>('sale.order.line', 'search', [ofOrder]);
	await admin.call('sale.order.line', 'write', [lines, { price_unit: price }]);
	await admin.call('sale.order', lock, [[orderId]]);
}

/** A constraint of the database under which one order cannot be cancelled. */
async function refuseToCancel(shop: Shop, orderId: number): Promise<() => Promise<void>> {
	const rule = `CHECK (id <> ${orderId} OR state <> 'cancel')`;
	await runSql(shop, `ALTER TABLE sale_order ADD CONSTRAINT stays ${rule}`);
	return async () => await runSql(shop, 'ALTER TABLE sale_order DROP CONSTRAINT stays');
}
