import { readShipments } from '../../../../lib/shipments/read-shipments';
import { fakeOdoo } from '../odoo/fake-odoo';
import { ORDER, picking, rowsOf } from './odoo-rows';

const read = async (pickings: object[], more: Parameters<typeof rowsOf>[1] = {}) =>
	await readShipments(fakeOdoo(rowsOf(pickings, more), FIELDS), [ORDER.id], 'zh_CN');

const FIELDS = [
	'carrier_id',
	'carrier_tracking_ref',
	'x_wechat_mchid',
	'phone',
	'quantity',
	'location_final_id',
];

it('reads a finished delivery with its payment, carrier and goods', async () => {
	expect(await read([picking(1)])).toEqual([
		{
			transaction_id: '42',
			out_trade_no: 'SHOP1',
			mchid: '1900000001',
			openid: 'o1',
			address: { phone: '****0086' },
			shipment: {
				picking_id: 1,
				name: 'WH/OUT/1',
				sale_order: 'S1',
				sale_order_id: 7,
				date_done: '2026-11-24T08:00:01Z',
				carrier: { id: 3, name: 'SF', code: 'SF' },
				carrier_tracking_ref: 'SF123',
				backorder: false,
				lines: [{ name: 'Tee', sku: 'TEE', product_id: 41, quantity: 2, sale_order_line_id: 9 }],
			},
		},
	]);
});

it('returns deliveries in the order they were finished; only the last one has no back order', async () => {
	const shipments = await read([picking(2), picking(1)]);
	expect(shipments.map(({ shipment }) => [shipment.picking_id, shipment.backorder])).toEqual([
		[1, true],
		[2, false],
	]);
});

it('knows that an open delivery follows', async () => {
	const open = { ...picking(2), state: 'assigned', date_done: false };
	expect(await read([picking(1), open])).toMatchObject([{ shipment: { backorder: true } }]);
});

it('knows that goods follow whose earlier step is open, or that no vendor was asked for yet', async () => {
	const earlier = await read([picking(1)], { earlier: [{ id: 5, sale_line_id: [9, 'x'] }] });
	expect(earlier).toMatchObject([{ shipment: { backorder: true } }]);
	const line = { id: 9, product_uom_qty: 1, qty_delivered: 0 };
	const ordered = await read([picking(1)], { unmoved: [line] });
	expect(ordered).toMatchObject([{ shipment: { backorder: true } }]);
	const delivered = await read([picking(1)], { unmoved: [{ ...line, qty_delivered: 1 }] });
	expect(delivered).toMatchObject([{ shipment: { backorder: false } }]);
});

it('leaves out the goods of another order in a shared delivery', async () => {
	const others = [{ product_id: [42, 'Cap'], sale_line_id: [10, 'x'], quantity: 5 }];
	const lines = [{ id: 10, order_id: [8, 'S2'] }];
	const shipments = await read([picking(1)], { others, lines });
	expect(shipments).toMatchObject([{ shipment: { lines: [{ product_id: 41, quantity: 2 }] } }]);
	expect(shipments[0]?.shipment.lines).toHaveLength(1);
});

it('leaves out a delivery without goods, and an unpaid hold', async () => {
	expect(await read([picking(1)], { moved: 0 })).toEqual([]);
	const reference = 'WeChat hold until 2026-11-22 15:30:00 UTC';
	expect(await read([picking(1)], { order: { client_order_ref: reference } })).toEqual([]);
});

it('adds up the moves of one order line', async () => {
	const [item] = await read([picking(1)], { moves: 3 });
	expect(item?.shipment.lines).toMatchObject([{ quantity: 6 }]);
});

it('uses the type of the connector as the code of a carrier', async () => {
	const [item] = await read([picking(1)], { carrier: { delivery_type: 'dhl' } });
	expect(item?.shipment.carrier?.code).toBe('dhl');
});

it('does not take the name of an unknown buyer for an OpenID', async () => {
	const [item] = await read([picking(1)], { buyer: { ref: '1900000001_42' } });
	expect(item).not.toHaveProperty('openid');
});

it('reads nothing without orders', async () => {
	const odoo = fakeOdoo(() => []);
	expect(await readShipments(odoo, [])).toEqual([]);
	expect(odoo.calls).toEqual([]);
});
