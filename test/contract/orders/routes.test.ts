import { cancelOrder } from '../../../lib/orders/after-sales/cancel-order';
import { createReturn } from '../../../lib/orders/after-sales/create-return';
import { recordRefund } from '../../../lib/orders/after-sales/record-refund';
import type { RefundToRecord } from '../../../lib/orders/after-sales/refund';
import type { OdooClient } from '../../../lib/odoo/client';
import { readShipments } from '../../../lib/shipments/read-shipments';
import { isBefore } from '../../../tools/services/odoo-versions';
import { useRoutes } from '../support/apps';
import { deliver, finish, openDeliveries } from '../support/deliveries';
import { payment, type Sold } from '../support/payments';
import { record } from '../support/recording';
import { combo, confirmPurchases, moveOn, suppliedToOrder, warehouse } from '../support/routes';
import { seenOrders } from '../support/seen-orders';
import { protocolsOf, VERSIONS } from '../support/versions';

/** Deliveries in several steps and by vendors: what is reserved, delivered, and still to follow. */
describe.each(VERSIONS)('Routes in Odoo %s', (version) => {
	let product: number;
	let [two, three] = [0, 0];
	const shop = useRoutes(version, async (place) => {
		product = place.product(1000);
		two = await warehouse(place, 'pick_ship', [[product, 100]]);
		three = await warehouse(place, 'pick_pack_ship', [[product, 100]]);
	});

	describe.each(protocolsOf(version))('over %s', (protocol) => {
		let client: OdooClient;
		beforeAll(async () => {
			client = await shop().connect(protocol);
		});
		const sell = async (sold: Sold[], warehouseId?: number) => {
			const paid = payment(sold);
			const options = { taxes: 'none', ...(warehouseId && { warehouseId }) } as const;
			const [recorded] = await record(client, [paid], options);
			if (!recorded) throw new Error('Nothing was recorded');
			return { paid, recorded, id: recorded.sale_order_id };
		};
		const some = async (quantity: number, warehouseId?: number) =>
			await sell([{ product, quantity, price: 100 }], warehouseId);
		const shipped = async (id: number) =>
			(await readShipments(client, [id])).map(({ shipment }) => [
				shipment.lines.reduce((units, { quantity }) => units + quantity, 0),
				shipment.backorder,
			]);
		/** Takes units through all steps in the warehouse and to the buyer. */
		const send = async (id: number, pieces: number) => {
			await moveOn(shop(), id, pieces);
			await moveOn(shop(), id, pieces);
			await deliver(shop(), id, {}, pieces);
		};

		it('says that more follows while three of five units are still to be picked', async () => {
			const { recorded, id } = await some(5, three);
			expect(recorded).toMatchObject({ status: 'reserved', lines: [{ reserved: 5 }] });
			await send(id, 2);
			expect(await shipped(id)).toEqual([[2, true]]);
			await send(id, 3);
			expect(await shipped(id)).toEqual([
				[2, true],
				[3, false],
			]);
		});

		it('cancels a refunded order that was only picked, and asks a person to put the goods back', async () => {
			const { paid, id } = await some(2, three);
			await moveOn(shop(), id);
			const { mchid, out_trade_no, transaction_id, total_fen } = paid.payment;
			const refund: RefundToRecord = {
				...{ mchid, out_trade_no, transaction_id, total_fen, refund_fen: total_fen },
				...{ refund_id: `5${transaction_id}`, refund_status: 'SUCCESS', currency: 'CNY' },
			};
			const options = { creditNote: false, cancelWhenRefunded: true, dryRun: false };
			const recorded = await recordRefund(client, refund, options);
			expect(recorded).toMatchObject({ status: 'recorded', state: 'cancel' });
			expect(await openDeliveries(shop(), id)).toEqual([]);
			const [seen] = await seenOrders(shop(), paid);
			expect(seen?.activities).toEqual([expect.stringContaining('Put them back')]);
		});

		it('returns what the buyer got, not what was picked', async () => {
			const { paid, id } = await some(2, two);
			await moveOn(shop(), id);
			const before = await createReturn(client, paid.payment, true);
			expect(before).toMatchObject({ status: 'nothing_to_return' });
			await deliver(shop(), id);
			const returned = await createReturn(client, paid.payment, false);
			expect(returned).toMatchObject({ status: 'return_created', returns: [{ units: 2 }] });
			const again = await createReturn(client, paid.payment, false);
			expect(again).toMatchObject({ status: 'nothing_to_return' });
			const cancelled = cancelOrder(client, paid.payment, 'late', false);
			await expect(cancelled).rejects.toMatchObject({ code: 'ODOO_ORDER_DELIVERED' });
		});

		it('waits for drop-shipped goods, and returns them', async () => {
			const dropped = await suppliedToOrder(shop(), 'dropship');
			const { paid, recorded, id } = await sell([
				{ product, quantity: 1, price: 100 },
				{ product: dropped, quantity: 2, price: 100 },
			]);
			expect(recorded).toMatchObject({
				status: 'reserved',
				lines: [
					{ reserved: 1, missing: 0 },
					{ product_id: dropped, reserved: 0, missing: 0, on_order: 2 },
				],
			});
			await deliver(shop(), id);
			expect(await shipped(id)).toEqual([[1, true]]);
			await confirmPurchases(shop(), recorded.name);
			expect(await shipped(id)).toEqual([[1, true]]);
			const domain = [
				['move_ids.sale_line_id.order_id', '=', id],
				['state', '!=', 'done'],
			];
			const path =
				version < '16' ? [['move_lines.sale_line_id.order_id', '=', id], domain[1]] : domain;
			const [picking] = await shop().admin.call<number[]>('stock.picking', 'search', [path]);
			await finish(shop(), picking ?? 0);
			expect(await shipped(id)).toEqual([
				[1, true],
				[2, false],
			]);
			const returned = await createReturn(client, paid.payment, false);
			expect(returned.returns.map(({ units }) => units).sort()).toEqual([1, 2]);
		});

		it('counts goods that are bought for the order as on order', async () => {
			const bought = await suppliedToOrder(shop(), 'mto');
			const { recorded } = await sell([{ product: bought, quantity: 3, price: 100 }]);
			expect(recorded).toMatchObject({
				status: 'reserved',
				lines: [{ reserved: 0, missing: 0, on_order: 3 }],
			});
		});

		if (!isBefore(version, '18')) {
			it('leaves a combo for a person: it would be reserved, and nothing delivered', async () => {
				const menu = await combo(shop(), [product, shop().product(1000)]);
				const paid = payment([{ product: menu, quantity: 1, price: 100 }]);
				const [recorded] = await record(client, [paid]);
				expect(recorded).toMatchObject({
					status: 'needs_review',
					state: 'draft',
					reason: expect.stringContaining('what the buyer chose'),
				});
			});
		}

		it('tells each of two orders on one transfer its own goods', async () => {
			const [one, other] = [await some(1), await some(2)];
			const [first] = await openDeliveries(shop(), one.id);
			const [second] = await openDeliveries(shop(), other.id);
			const { admin } = shop();
			const moves = await admin.call<number[]>('stock.move', 'search', [
				[['picking_id', '=', second]],
			]);
			await admin.call('stock.move', 'write', [moves, { picking_id: first }]);
			await finish(shop(), first ?? 0);
			expect(await shipped(one.id)).toEqual([[1, false]]);
			expect(await shipped(other.id)).toEqual([[2, false]]);
			const returned = await createReturn(client, other.paid.payment, false);
			expect(returned.returns).toMatchObject([{ units: 2 }]);
		});
	});
});
