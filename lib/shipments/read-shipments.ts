import type { OdooClient } from '../odoo/client';
import { searchRead, textOf, type Domain } from '../odoo/records';
import { awaitedGoods } from './awaited-goods';
import { carriersById } from './carriers';
import { deliveriesOf, moreFollows, type Delivery } from './deliveries';
import { orderNames, type OrderNames } from '../orders/sale-order/order-names';
import type { ShipmentItem, ShippedLine } from './shipment-item';
import { shippedLines } from './shipped-lines';

/**
 * Reads the finished deliveries of recorded orders, the earliest first: the last delivery of an order says
 * that everything was shipped, so it has to be uploaded after the others.
 *
 * @param orderIds database ids of sale orders; orders without a payment are left out
 * @param lang language of product names in Odoo's format (`zh_CN`); empty: that of the user
 */
export async function readShipments(
	odoo: OdooClient,
	orderIds: number[],
	lang = '',
): Promise<ShipmentItem[]> {
	const orders = orderIds.length > 0 ? await orderNames(odoo, orderIds) : new Map();
	if (orders.size === 0) return [];
	const { orderOfLine, awaiting } = await awaitedGoods(odoo, [...orders.keys()]);
	const all = await deliveriesOf(odoo, [...orders.keys()], orderOfLine);
	const done = all.filter((delivery) => delivery.done);
	if (done.length === 0) return [];
	const [lines, carriers, phones] = await Promise.all([
		shippedLines(
			odoo,
			done.map(({ id }) => id),
			lang,
		),
		carriersById(
			odoo,
			done.flatMap(({ carrierId }) => carrierId ?? []),
		),
		recipientPhones(
			odoo,
			done.flatMap(({ recipientId }) => recipientId ?? []),
		),
	]);
	return done.flatMap((delivery): ShipmentItem[] => {
		const shipped = linesOf(delivery, lines.get(delivery.id) ?? [], orderOfLine);
		const order: OrderNames | undefined = orders.get(delivery.orderId);
		if (!order || shipped.length === 0) return [];
		const { sale_order_id, name: sale_order, ...payment } = order;
		const carrier = carriers.get(delivery.carrierId ?? 0);
		const phone = phones.get(delivery.recipientId ?? 0);
		return [
			{
				...payment,
				...(phone && { address: { phone } }),
				shipment: {
					picking_id: delivery.id,
					name: delivery.name,
					sale_order,
					sale_order_id,
					date_done: isoTime(delivery),
					...(carrier && { carrier }),
					carrier_tracking_ref: delivery.tracking,
					backorder: awaiting.has(delivery.orderId) || moreFollows(delivery, all),
					lines: shipped,
				},
			},
		];
	});
}

/** The lines of a transfer that belong to the order of a delivery, with those of no order line. */
const linesOf = (
	{ orderId }: Delivery,
	lines: ShippedLine[],
	orderOfLine: ReadonlyMap<number, number>,
): ShippedLine[] =>
	lines.filter(({ sale_order_line_id: id }) => id === undefined || orderOfLine.get(id) === orderId);

const isoTime = ({ dateDone }: Delivery): string => `${dateDone.replace(' ', 'T')}Z`;

/** Only the last four digits leave Odoo: no more are needed. */
async function recipientPhones(odoo: OdooClient, ids: number[]): Promise<Map<number, string>> {
	const known = await odoo.fields('res.partner');
	const fields = ['phone', 'mobile'].filter((field) => known.has(field));
	const recipients: Domain = [['id', 'in', [...new Set(ids)]]];
	const rows = await searchRead(odoo, 'res.partner', recipients, fields, { archived: true });
	return new Map(
		rows.flatMap((row) => {
			const digits = (textOf(row.mobile) || textOf(row.phone)).replace(/\D/g, '');
			return digits.length < 7 ? [] : [[row.id, `****${digits.slice(-4)}`] as const];
		}),
	);
}
