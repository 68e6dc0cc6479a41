import { money, toDecimal } from '../../core/money';
import type { LoadRecord } from '../../odoo/load';
import { chatterNote } from './chatter-note';
import { isPriced, wantedLines } from '../model/order-lines';
import { paymentNotes } from './payment-notes';
import { wechatValue } from '../sale-order/wechat-fields';
import {
	orderExternalId,
	orderOrigin,
	paymentCurrency,
	paymentKey,
	type PaidOrder,
	type RecordOptions,
} from '../model/paid-order';

/** Database ids that the rows of one order need. */
export interface OrderReferences {
	partnerId: number;
	/** Where the goods go: the buyer, unless there is an address. */
	shippingPartnerId: number;
	pricelistId: number;
	sourceId?: number | undefined;
	mediumId?: number | undefined;
	campaignId?: number | undefined;
	/** Of the fields that set-up adds, those that are there. */
	wechatFields?: Array<Parameters<typeof wechatValue>[0]>;
}

type Columns = Array<[column: string, value: string]>;

const id = (value: number | undefined) => (value === undefined ? '' : String(value));

/** The order's own columns. Chosen ones stand there only when they are: an empty one would clear Odoo's default. */
function head(order: PaidOrder, references: OrderReferences, options: RecordOptions): Columns {
	const { companyId, warehouseId, teamId, tagIds, fiscalPositionId } = options;
	const chosen: Array<[string, string | undefined]> = [
		['company_id/.id', companyId && String(companyId)],
		['warehouse_id/.id', warehouseId && String(warehouseId)],
		['team_id/.id', teamId && String(teamId)],
		['tag_ids/.id', tagIds && tagIds.length > 0 ? tagIds.join() : undefined],
		['fiscal_position_id/.id', fiscalPositionId && String(fiscalPositionId)],
	].map(([column, value]) => [String(column), value ? String(value) : undefined]);
	return [
		['id', orderExternalId(order)],
		['partner_id/.id', id(references.partnerId)],
		['partner_shipping_id/.id', id(references.shippingPartnerId)],
		['pricelist_id/.id', id(references.pricelistId)],
		['client_order_ref', order.payment.transaction_id],
		['origin', orderOrigin(order)],
		['source_id/.id', id(references.sourceId)],
		['medium_id/.id', id(references.mediumId)],
		['campaign_id/.id', id(references.campaignId)],
		...(references.wechatFields ?? []).map((field): [string, string] => [
			field,
			wechatValue(field, order),
		]),
		...chosen.flatMap(([column, value]): Columns => (value ? [[column, value]] : [])),
		// Odoo 19 has to be told the model, too.
		['message_ids/model', 'sale.order'],
		['message_ids/message_type', 'comment'],
		['message_ids/subtype_id/id', 'mail.mt_note'],
		['message_ids/body', chatterNote(order)],
	];
}

/** An order's columns and rows for `load`. Orders with the same columns can go together. */
export interface OrderRows {
	fields: string[];
	record: LoadRecord;
}

/** The order's own columns stand in the first row, further rows add a line each. */
function rowsOf(order: PaidOrder, own: Columns, lines: Columns[]): OrderRows {
	const fields = [...own, ...(lines[0] ?? [])].map(([column]) => column);
	const rows = lines.map((line, index) => [
		...own.map(([, value]) => (index === 0 ? value : '')),
		...line.map(([, value]) => value),
	]);
	return { fields, record: { key: paymentKey(order), rows } };
}

/**
 * An order with its products. Each line has an external id too: without it a repetition would add
 * its lines again. An empty tax column means no taxes, no column Odoo's own.
 */
export function productRows(
	order: PaidOrder,
	references: OrderReferences,
	options: RecordOptions,
	taxField?: string,
): OrderRows {
	const lines = productLines(order, options, taxField);
	return rowsOf(
		order,
		head(order, references, options),
		lines.map(
			({ key, cells }): Columns => [
				['order_line/id', `${orderExternalId(order)}_${key}`],
				...cells.map(([column, value]): [string, string] => [`order_line/${column}`, value]),
			],
		),
	);
}

/** The lines that an order is to have, with their columns; `key` is a part of the external id of each. */
export function productLines(
	order: PaidOrder,
	options: RecordOptions,
	taxField?: string,
): Array<{ key: string; cells: Columns }> {
	const lines = wantedLines(order, options);
	const priced = isPriced(lines);
	return lines.map(({ key, product_id: product, quantity, unit_price_fen: price }) => ({
		key,
		cells: [
			['product_id/.id', String(product)],
			['product_uom_qty', String(quantity)],
			...(priced ? ([['price_unit', decimal(order, price ?? 0)]] as Columns) : []),
			...(taxField ? ([[`${taxField}/.id`, '']] as Columns) : []),
		],
	}));
}

/** A draft without products: what was paid and each line as received, as notes. */
export function noteRows(
	order: PaidOrder,
	references: OrderReferences,
	options: RecordOptions,
): OrderRows {
	return rowsOf(
		order,
		head(order, references, options),
		paymentNotes(order).map(
			(note, index): Columns => [
				['order_line/id', `${orderExternalId(order)}_note_${index + 1}`],
				['order_line/display_type', 'line_note'],
				['order_line/name', note],
			],
		),
	);
}

const decimal = (order: PaidOrder, fen: number) => toDecimal(money(fen, paymentCurrency(order)));
