import type { IDataObject } from 'n8n-workflow';

import { changedSince, newestChange } from '../../../lib/changes/changed-since';
import type { OdooClient } from '../../../lib/odoo/client';
import { cancelOrder } from '../../../lib/orders/after-sales/cancel-order';
import { cancelledOrderWatch } from '../../../lib/shipments/cancelled-orders';
import { SHIPMENT_SOURCES, shipmentWatch } from '../../../lib/shipments/shipment-watch';
import type { ShipmentItem } from '../../../lib/shipments/shipment-item';
import { readShipments } from '../../../lib/shipments/read-shipments';
import { OdooSale } from '../../../nodes/OdooSale/OdooSale.node';
import { odooFields } from '../../../tools/services/odoo-fields';
import { runNode } from '../../support/engine';
import { carrier, deliver, openDeliveries } from '../support/deliveries';
import { payment } from '../support/payments';
import { record } from '../support/recording';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';

/** Reading what has left for the buyers of recorded orders. */
describe.each(VERSIONS)('Shipments in Odoo %s', (version) => {
	const shop = useShop(version);

	describe.each(protocolsOf(version))('over %s', (protocol) => {
		let client: OdooClient;
		let product: number;
		beforeAll(async () => {
			client = await shop().connect(protocol);
			product = shop().product(1000);
		});
		const order = async (quantity: number) => {
			const paid = payment([{ product, quantity, price: 9900 }]);
			const [recorded] = await record(client, [paid]);
			return { paid: paid.payment, id: recorded?.sale_order_id ?? 0 };
		};
		const since = async (cursor: string): Promise<ShipmentItem[]> => {
			const { ids } = await changedSince(client, SHIPMENT_SOURCES, cursor, 0);
			const states = await shipmentWatch('').read(client, ids);
			return states.map(({ json }) => json as ShipmentItem);
		};

		it('tells payment, buyer, carrier, numbers and lines of a finished delivery', async () => {
			const { paid, id } = await order(2);
			expect(await readShipments(client, [id])).toEqual([]);
			const carrier_id = await carrier(shop(), `ZTO ${protocol}`, 'ZTO');
			const picking = await deliver(shop(), id, {
				carrier_id,
				carrier_tracking_ref: 'ZT001, ZT002,ZT003',
			});
			const [shipment, ...others] = await readShipments(client, [id]);
			expect(others).toEqual([]);
			expect(shipment).toEqual({
				transaction_id: paid.transaction_id,
				out_trade_no: paid.out_trade_no,
				openid: paid.payer?.openid,
				shipment: {
					picking_id: picking,
					name: expect.stringContaining('OUT'),
					sale_order: expect.stringMatching(/^S\d+/),
					sale_order_id: id,
					date_done: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}Z$/),
					carrier: { id: carrier_id, name: `ZTO ${protocol}`, code: 'ZTO' },
					carrier_tracking_ref: 'ZT001, ZT002,ZT003',
					backorder: false,
					lines: [
						{
							name: expect.stringContaining('Thing'),
							sku: expect.stringContaining('RECORD-1000'),
							product_id: product,
							quantity: 2,
							sale_order_line_id: expect.any(Number),
						},
					],
				},
			});
		});

		it('counts a delivery as the last one only when nothing more is to follow', async () => {
			const { id } = await order(3);
			const first = await deliver(shop(), id, { carrier_tracking_ref: 'P1' }, 1);
			const [open] = await readShipments(client, [id]);
			expect(open?.shipment).toMatchObject({ picking_id: first, backorder: true });
			expect(open?.shipment.lines).toMatchObject([{ quantity: 1 }]);
			const last = await deliver(shop(), id, { carrier_tracking_ref: 'P2' });
			const both = await readShipments(client, [id]);
			expect(both.map(({ shipment }) => shipment)).toMatchObject([
				{ picking_id: first, backorder: true, lines: [{ quantity: 1 }] },
				{ picking_id: last, backorder: false, lines: [{ quantity: 2 }] },
			]);
		});

		it('tells a delivery again when its tracking number comes later, or its back-order is cancelled', async () => {
			const { id } = await order(2);
			const start = await newestChange(client, SHIPMENT_SOURCES);
			const picking = await deliver(shop(), id, {}, 1);
			const ofOrder = (all: ShipmentItem[]) =>
				all.filter(({ shipment }) => shipment.sale_order_id === id).map(({ shipment }) => shipment);
			expect(ofOrder(await since(start))).toMatchObject([
				{ picking_id: picking, carrier_tracking_ref: '', backorder: true },
			]);
			const number = { carrier_tracking_ref: 'LATE1' };
			await shop().admin.call('stock.picking', 'write', [[picking], number]);
			expect(ofOrder(await since(start))).toMatchObject([number]);
			const [rest] = await openDeliveries(shop(), id);
			const { cursor } = await changedSince(client, SHIPMENT_SOURCES, start, 0);
			await shop().admin.call('stock.picking', 'action_cancel', [[rest]]);
			expect(ofOrder(await since(cursor))).toMatchObject([{ ...number, backorder: false }]);
		});

		it('leaves deliveries alone that belong to no payment', async () => {
			const { admin } = shop();
			const partner = await admin.call<number>('res.partner', 'create', [{ name: 'Walk-in' }]);
			const line = [0, 0, { product_id: product, product_uom_qty: 1 }];
			const values = { partner_id: partner, order_line: [line] };
			const id = await admin.call<number>('sale.order', 'create', [values]);
			await admin.call('sale.order', 'action_confirm', [[id]]);
			const start = await newestChange(client, SHIPMENT_SOURCES);
			await deliver(shop(), id);
			expect(await readShipments(client, [id])).toEqual([]);
			expect((await since(start)).map(({ shipment }) => shipment.sale_order_id)).not.toContain(id);
		});

		it('tells which recorded orders were cancelled, and no others', async () => {
			const [kept, gone] = [await order(1), await order(1)];
			await cancelOrder(client, gone.paid, 'sold by mistake', false);
			const states = await cancelledOrderWatch.read(client, [kept.id, gone.id]);
			expect(states).toEqual([
				{
					id: gone.id,
					json: {
						transaction_id: gone.paid.transaction_id,
						out_trade_no: gone.paid.out_trade_no,
						openid: gone.paid.payer?.openid,
						order: {
							sale_order_id: gone.id,
							name: expect.stringMatching(/^S\d+/),
							state: 'cancel',
						},
					},
				},
			]);
		});

		it('are read by the node: of payments, recent ones, by tracking number, since a cursor', async () => {
			const run = async (parameters: IDataObject, items: IDataObject[] = [{}]) => {
				const all = { resource: 'shipment', language: '', ...parameters };
				const credential = { ...odooFields(shop().server), protocol };
				return await runNode(new OdooSale(), all as never, items, credential);
			};
			const [shipped, bare] = [await order(1), await order(1)];
			const [, begin] = await run({ operation: 'getChanges', cursor: '' });
			await deliver(shop(), shipped.id, { carrier_tracking_ref: 'N1' });
			await deliver(shop(), bare.id);
			const orders = (items: Array<{ json: IDataObject }> = []) =>
				items.map(({ json }) => (json.shipment as IDataObject).sale_order_id);
			const [found] = await run(
				{
					operation: 'getMany',
					which: 'payments',
					tracking: 'any',
					transactionId: '={{ $json.transaction_id }}',
				},
				[{ transaction_id: shipped.paid.transaction_id }, { transaction_id: 'nobody' }],
			);
			expect(orders(found)).toEqual([shipped.id]);
			const recent = { operation: 'getMany', which: 'recent', hours: 1 };
			const [missing] = await run({ ...recent, tracking: 'missing' });
			expect(orders(missing)).toContain(bare.id);
			expect(orders(missing)).not.toContain(shipped.id);
			const [there] = await run({ ...recent, tracking: 'present' });
			expect(orders(there)).toContain(shipped.id);
			expect(orders(there)).not.toContain(bare.id);
			const cursor = String(begin?.[0]?.json.cursor);
			const [changed, next] = await run({ operation: 'getChanges', cursor });
			expect(orders(changed)).toEqual(expect.arrayContaining([shipped.id, bare.id]));
			expect(String(next?.[0]?.json.cursor) >= cursor).toBe(true);
		});
	});
});
