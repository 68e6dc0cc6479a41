import { money, toDecimal } from '../../money';
import type { MappedLine } from '../../sku-map/mapping';
import type { LoadRecord } from '../load';
import {
	orderExternalId,
	orderOrigin,
	paymentCurrency,
	paymentKey,
	type PaidOrder,
} from './paid-order';

/** Database ids and names that the rows of one order need. */
export interface OrderReferences {
	partnerId: number;
	pricelistId: number;
	sourceId?: number | undefined;
}

const HEAD = [
	'id',
	'partner_id/.id',
	'pricelist_id/.id',
	'client_order_ref',
	'origin',
	'source_id/.id',
];

const head = (
	order: PaidOrder,
	{ partnerId, pricelistId, sourceId }: OrderReferences,
): string[] => [
	orderExternalId(order),
	String(partnerId),
	String(pricelistId),
	order.payment.transaction_id,
	orderOrigin(order),
	sourceId === undefined ? '' : String(sourceId),
];

/** Rows of one record: its own columns stand in the first row, further rows add a line each. */
function record(order: PaidOrder, own: string[], lines: string[][]): LoadRecord {
	const rows = lines.map((line, index) => [...(index === 0 ? own : own.map(() => '')), ...line]);
	return { key: paymentKey(order), rows };
}

/** True where every line tells its price; otherwise Odoo's own prices are taken for all of them. */
export const isPriced = (lines: MappedLine[]): boolean =>
	lines.every(({ unit_price_fen: price }) => price !== undefined);

/** Columns of `load` for orders with products. An empty tax column means no taxes, no column Odoo's own. */
export const productFields = (priced: boolean, taxField?: string): string[] => [
	...HEAD,
	'order_line/id',
	'order_line/product_id/.id',
	'order_line/product_uom_qty',
	...(priced ? ['order_line/price_unit'] : []),
	...(taxField ? [`order_line/${taxField}/.id`] : []),
];

/** Each line has an external id too: without it a repetition would add its lines again. */
export function productRecord(
	order: PaidOrder,
	references: OrderReferences,
	taxField?: string,
): LoadRecord {
	const lines = order.mapping?.lines ?? [];
	const priced = isPriced(lines);
	return record(
		order,
		head(order, references),
		lines.map(({ product_id: product, quantity, unit_price_fen: price }, index) => [
			`${orderExternalId(order)}_line_${index + 1}`,
			String(product),
			String(quantity),
			...(priced ? [decimal(order, price ?? 0)] : []),
			...(taxField ? [''] : []),
		]),
	);
}

/** Columns of `load` for drafts that only tell a person what was received. */
export const NOTE_FIELDS = [...HEAD, 'order_line/id', 'order_line/display_type', 'order_line/name'];

/** A draft without products: what was paid and each line as received, as notes. */
export function noteRecord(order: PaidOrder, references: OrderReferences): LoadRecord {
	return record(
		order,
		head(order, references),
		notes(order).map((note, index) => [
			`${orderExternalId(order)}_note_${index + 1}`,
			'line_note',
			note,
		]),
	);
}

function notes(order: PaidOrder): string[] {
	const currency = paymentCurrency(order);
	const { total_fen: total, lines, lines_problem: problem } = order.payment;
	const received = lines.map(({ sku, quantity, unit_price_fen: price }) => {
		const each =
			price === undefined || !Number.isSafeInteger(price)
				? ''
				: ` at ${decimal(order, price)} ${currency}`;
		return `SKU ${sku} × ${Number.isNaN(quantity) ? '?' : quantity}${each}`;
	});
	const none = `WeChat sent no order lines.${problem ? ` ${problem}` : ''}`;
	return [
		`Paid: ${decimal(order, total)} ${currency}`,
		...(received.length > 0 ? received : [none]),
	];
}

const decimal = (order: PaidOrder, fen: number) => toDecimal(money(fen, paymentCurrency(order)));
