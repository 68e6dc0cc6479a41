import type { OdooClient } from '../../../lib/odoo/client';
import { readBacklog } from '../../../lib/orders/read-backlog';
import { ordersToQuery } from '../../../lib/reconciliation/odoo/orders-to-query';
import { readSoldOrders } from '../../../lib/settlement/odoo/read-sold-orders';
import { cancelledOrderWatch } from '../../../lib/shipments/cancelled-orders';
import { readShipments } from '../../../lib/shipments/read-shipments';
import { setUpMoney } from '../support/money-set-up';
import { deliver } from '../support/deliveries';
import { payment } from '../support/payments';
import { record } from '../support/recording';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';

/** A person duplicates the order of a payment: the copy keeps its source document, and is no payment. */
describe.each(VERSIONS)('Copies of paid orders in Odoo %s', (version) => {
	const shop = useShop(version, setUpMoney);
	const [protocol] = protocolsOf(version);
	const admin = () => shop().admin;

	let client: OdooClient;
	beforeAll(async () => {
		client = await shop().connect(protocol);
	});
	/** A paid order and a copy of it. */
	const copied = async (stock: 0 | 1000 = 1000) => {
		const order = payment([{ product: shop().product(stock), quantity: 1, price: 100 }]);
		const [recorded] = await record(client, [order]);
		const paid = recorded?.sale_order_id ?? 0;
		const [copy = 0] = [
			await admin().call<number | number[]>('sale.order', 'copy', [[paid]]),
		].flat();
		const [row] = await admin().call<Array<{ origin: string }>>('sale.order', 'read', [
			[copy],
			['origin'],
		]);
		expect(row?.origin).toBe(`WeChat Pay ${order.payment.out_trade_no}`);
		return { order, paid, copy };
	};
	const confirm = async (id: number) => await admin().call('sale.order', 'action_confirm', [[id]]);
	const cancel = async (id: number) =>
		await admin().call('sale.order', 'action_cancel', [[id]], {
			context: { disable_cancel_warning: true },
		});

	it('are cancelled without an event with the number of the paid order', async () => {
		const { paid, copy } = await copied();
		await cancel(copy);
		expect(await cancelledOrderWatch.read(client, [copy, paid])).toEqual([]);
		await cancel(paid);
		expect(await cancelledOrderWatch.read(client, [copy, paid])).toMatchObject([{ id: paid }]);
	});

	it('count neither in margins, in shipments, in Health, nor among the payments to query', async () => {
		const today = new Date().toISOString().slice(0, 10);
		const before = await readBacklog(client, Date.now());
		const { paid, copy } = await copied(0);
		const { short } = await readBacklog(client, Date.now());
		expect(short).toBe(before.short + 1);
		expect((await ordersToQuery(client, Date.now() - 3_600_000)).map(idOf)).not.toContain(copy);
		await confirm(copy);
		const after = await readBacklog(client, Date.now());
		expect(after).toEqual({ ...before, short });
		const sold = await readSoldOrders(client, { from: today, until: today });
		const ids = sold.map(({ id }) => id);
		expect(ids).toContain(paid);
		expect(ids).not.toContain(copy);
	});

	it('are shipped without a shipment of the payment', async () => {
		const { paid, copy } = await copied();
		await confirm(copy);
		await deliver(shop(), copy);
		expect(await readShipments(client, [paid, copy])).toEqual([]);
		const picking = await deliver(shop(), paid);
		expect(await readShipments(client, [paid, copy])).toMatchObject([
			{ shipment: { picking_id: picking, sale_order_id: paid } },
		]);
	});

	it('do not change what a repeated notification finds', async () => {
		const { order, paid, copy } = await copied();
		await confirm(copy);
		expect(await record(client, [order])).toMatchObject([
			{ status: 'reserved', sale_order_id: paid },
		]);
	});
});

const idOf = ({ sale_order_id: id }: { sale_order_id: number }) => id;

/** On its way back to a quotation an order is cancelled for a moment. */
describe.each(VERSIONS)('Orders on their way to a quotation in Odoo %s', (version) => {
	const shop = useShop(version);
	const [protocol] = protocolsOf(version);

	it('are no cancelled orders, at any moment, in a batch of twenty', async () => {
		const [client, watcher] = [await shop().connect(protocol), await shop().connect(protocol)];
		const product = shop().product(0);
		const orders = Array.from({ length: 20 }, () =>
			payment([{ product, quantity: 1, price: 100 }]),
		);
		const references = orders.map((order) => order.payment.transaction_id);
		const seen = { cancelled: 0, emitted: 0 };
		let over = false;
		const watching = (async () => {
			while (!over) {
				const ofOrders = [['client_order_ref', 'in', references]];
				const ids = await shop().admin.call<number[]>('sale.order', 'search', [ofOrders]);
				const cancelled = [...ofOrders, ['state', '=', 'cancel']];
				const [count, emitted] = await Promise.all([
					shop().admin.call<number>('sale.order', 'search_count', [cancelled]),
					cancelledOrderWatch.read(watcher, ids),
				]);
				seen.cancelled += count;
				seen.emitted += emitted.length;
			}
		})();
		const options = { taxes: 'none', whenShort: 'leave_unconfirmed' } as const;
		const recorded = await record(client, orders, options);
		over = true;
		await watching;
		expect(recorded.map(({ state }) => state)).toEqual(orders.map(() => 'draft'));
		expect(seen.cancelled).toBeGreaterThan(0);
		expect(seen.emitted).toBe(0);
	});
});
