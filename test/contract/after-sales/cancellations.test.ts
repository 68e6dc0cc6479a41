import { cancelOrder } from '../../../lib/orders/after-sales/cancel-order';
import { createReturn } from '../../../lib/orders/after-sales/create-return';
import { recordRefund } from '../../../lib/orders/after-sales/record-refund';
import type { OdooClient } from '../../../lib/odoo/client';
import type { PaidOrder } from '../../../lib/orders/model/paid-order';
import { isBefore } from '../../../tools/services/odoo-versions';
import { allowingCreditNotes } from '../support/accounting';
import { faulty } from '../support/faulty';
import { payment } from '../support/payments';
import { codeOf, record } from '../support/recording';
import { seenOrders } from '../support/seen-orders';
import { useShop, type Shop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';

interface Row {
	id: number;
	[field: string]: unknown;
}

/** Validates an order's deliveries as the warehouse does. */
async function deliver({ admin, server }: Shop, orderId: number): Promise<void> {
	const ofOrder = [['sale_id', '=', orderId]];
	const pickings = await admin.call<Row[]>('stock.picking', 'search_read', [ofOrder, ['name']]);
	for (const { id } of pickings) {
		if (isBefore(server.version, '17')) {
			const moves = [['picking_id', '=', id]];
			const fields = ['product_uom_qty'];
			for (const move of await admin.call<Row[]>('stock.move', 'search_read', [moves, fields])) {
				const done = { quantity_done: move.product_uom_qty };
				await admin.call('stock.move', 'write', [[move.id], done]);
			}
		}
		await admin.call('stock.picking', 'button_validate', [[id]]);
	}
}

/** Orders that end another way than by delivery. */
describe.each(VERSIONS)('Cancelling orders in Odoo %s', (version) => {
	const shop = useShop(version, allowingCreditNotes);

	describe.each(protocolsOf(version))('over %s', (protocol) => {
		let client: OdooClient;
		let product: number;
		beforeAll(async () => {
			client = await shop().connect(protocol);
			product = shop().product(1000);
		});
		const recorded = async (): Promise<{ order: PaidOrder; id: number }> => {
			const order = payment([{ product, quantity: 2, price: 9900 }]);
			const [one] = await record(client, [order]);
			return { order, id: one?.sale_order_id ?? 0 };
		};
		const reserved = async () => {
			const quants = await shop().admin.call<Row[]>('stock.quant', 'search_read', [
				[
					['product_id', '=', product],
					['location_id.usage', '=', 'internal'],
				],
				['reserved_quantity'],
			]);
			return quants.reduce((sum, { reserved_quantity: pieces }) => sum + Number(pieces), 0);
		};

		it('are cancelled once, give their stock back, and stay cancelled when the payment is told again', async () => {
			const before = await reserved();
			const { order } = await recorded();
			expect(await reserved()).toBe(before + 2);
			expect(await cancelOrder(client, order.payment, 'sold by mistake', true)).toMatchObject({
				dry_run: true,
				state: 'sale',
			});
			const first = await cancelOrder(client, order.payment, 'sold by mistake', false);
			expect(first).toMatchObject({ status: 'cancelled', state: 'cancel', adopted: false });
			const again = await cancelOrder(client, order.payment, 'sold by mistake', false);
			expect(again).toMatchObject({ status: 'cancelled', adopted: true });
			expect(await reserved()).toBe(before);
			const [late] = await record(client, [order]);
			expect(late).toMatchObject({ status: 'needs_review', state: 'cancel' });
		});

		it('are not cancelled once delivered, but come back by one return however often it is asked for', async () => {
			const { order, id } = await recorded();
			expect(await createReturn(client, order.payment, false)).toMatchObject({
				status: 'nothing_to_return',
			});
			await deliver(shop(), id);
			const refused = cancelOrder(client, order.payment, 'too late', false);
			expect(await codeOf(refused)).toBe('ODOO_ORDER_DELIVERED');
			expect(await createReturn(client, order.payment, true)).toMatchObject({
				dry_run: true,
				returns: [{ units: 2 }],
			});
			const made = await createReturn(client, order.payment, false);
			expect(made).toMatchObject({ status: 'return_created', returns: [{ units: 2 }] });
			const fields = ['picking_type_code', 'state'];
			const ids = made.returns.map(({ picking_id: picking }) => picking);
			const [picking] = await shop().admin.call<Row[]>('stock.picking', 'read', [ids, fields]);
			expect(picking).toMatchObject({ picking_type_code: 'incoming', state: 'assigned' });
			expect(await createReturn(client, order.payment, false)).toMatchObject({
				status: 'nothing_to_return',
			});
		});

		it('come back in the part that an after-sale names, once for each after-sale', async () => {
			const { order, id } = await recorded();
			await deliver(shop(), id);
			const part = { id: `1768${id}`, quantities: new Map([[product, 1]]) };
			const back = async (one = part) => await createReturn(client, order.payment, false, one);
			expect(await back()).toMatchObject({ status: 'return_created', returns: [{ units: 1 }] });
			expect(await back()).toMatchObject({ status: 'nothing_to_return' });
			const second = { ...part, id: `1769${id}` };
			expect(await back(second)).toMatchObject({ returns: [{ units: 1 }] });
			expect(await createReturn(client, order.payment, false)).toMatchObject({
				status: 'nothing_to_return',
			});
		});

		it('come back by one return for an after-sale, wherever the first attempt broke off', async () => {
			const breaksAt = async (at: number) => {
				const { order, id } = await recorded();
				await deliver(shop(), id);
				const part = { id: `1770${id}`, quantities: new Map([[product, 1]]) };
				const broken = faulty(client, { at, kind: 'crash' });
				const end = async (odoo: OdooClient) =>
					await createReturn(odoo, order.payment, false, part).then(
						() => true,
						() => false,
					);
				const ended = await end(broken);
				await end(client);
				const domain = [
					['origin_returned_move_id.sale_line_id.order_id', '=', id],
					['state', '!=', 'cancel'],
				];
				const back = await shop().admin.call<Row[]>('stock.move', 'search_read', [
					domain,
					['product_uom_qty'],
				]);
				expect([at, ...back.map((move) => move.product_uom_qty)]).toEqual([at, 1]);
				return ended;
			};
			let at = 1;
			while (!(await breaksAt(at))) at += 1;
			expect(at).toBeGreaterThan(5);
		});

		it('ask a person when all was refunded after the delivery', async () => {
			const { order, id } = await recorded();
			await deliver(shop(), id);
			const { mchid, out_trade_no, transaction_id, total_fen } = order.payment;
			const refund = {
				...{ mchid, out_trade_no, transaction_id, total_fen, refund_fen: total_fen },
				...{ refund_id: `50${transaction_id}`, refund_status: 'SUCCESS' as const, currency: 'CNY' },
			};
			const options = { creditNote: true, cancelWhenRefunded: true, dryRun: false };
			const outcome = await recordRefund(client, refund, options);
			expect(outcome).toMatchObject({ status: 'needs_review', state: 'sale' });
			const [seen] = await seenOrders(shop(), order);
			expect(seen?.activities.join()).toContain('Create Return');
		});

		it('are named when Odoo does not know their payment', async () => {
			const { payment: unknown } = payment([{ product, quantity: 1, price: 100 }]);
			expect(await codeOf(cancelOrder(client, unknown, 'why', false))).toBe('ODOO_ORDER_UNKNOWN');
		});
	});
});
