import type { IntegrationError } from '../../core/errors';
import { money, toDecimal } from '../../core/money';
import {
	orderExternalId,
	orderOrigin,
	paymentKey,
	wechatValues,
	type WechatOrderField,
} from '../model/order-keys';
import {
	isPriced,
	paymentCurrency,
	wantedLines,
	type PaidOrder,
	type RecordOptions,
} from '../model/paid-order';
import { chatterNotes, lineNotes } from './payment-notes';

type Columns = Array<[column: string, value: string]>;

/** Database ids and field names that an order is written with. */
export interface OrderReferences {
	partnerId: number;
	/** The delivery address, or the buyer if there is none. */
	shippingPartnerId: number;
	/** Absent: Odoo's own choice. */
	pricelistId?: number;
	/** Why the order can only be a draft with notes. */
	obstacle?: IntegrationError;
	sourceId?: number | undefined;
	mediumId?: number | undefined;
	campaignId?: number | undefined;
	/** Used if the options name no team. */
	teamId?: number | undefined;
	/** Fields of set-up that this database has. */
	wechatFields?: WechatOrderField[];
}

/** Columns and rows of one order for `load`. Orders with the same columns can be loaded together. */
export interface OrderRows {
	fields: string[];
	record: { key: string; rows: string[][] };
}

/**
 * An order with its products. Lines have external ids as well: otherwise a retry would add them again.
 *
 * @param taxField written empty, for lines without taxes; absent: Odoo sets the taxes
 */
export function productRows(
	order: PaidOrder,
	references: OrderReferences,
	options: RecordOptions,
	taxField?: string,
): OrderRows {
	const lines = productLines(order, options, taxField);
	return rowsOf(order, orderColumns(order, references, options), lines);
}

/** A draft without products: the amount paid and each line as received, as notes. */
export function noteRows(
	order: PaidOrder,
	references: OrderReferences,
	options: RecordOptions,
): OrderRows {
	const lines = lineNotes(order).map(
		(note, index): Columns => [
			['id', `${orderExternalId(order)}_note_${index + 1}`],
			['display_type', 'line_note'],
			['name', note],
		],
	);
	return rowsOf(order, orderColumns(order, references, options), lines);
}

/** The columns of each line that an order should have, for `load` of order lines. */
export function productLines(
	order: PaidOrder,
	options: RecordOptions,
	taxField?: string,
): Columns[] {
	const lines = wantedLines(order, options);
	const priced = isPriced(lines);
	const decimal = (fen: number) => toDecimal(money(fen, paymentCurrency(order)));
	return lines.map(({ key, product_id: product, quantity, unit_price_fen: price = 0 }) => [
		['id', `${orderExternalId(order)}_${key}`],
		['product_id/.id', String(product)],
		['product_uom_qty', String(quantity)],
		...(priced ? ([['price_unit', decimal(price)]] as Columns) : []),
		// A pricelist whose discount is shown on the line would take it off the price that was paid.
		...(priced ? ([['discount', '0']] as Columns) : []),
		...(taxField ? ([[`${taxField}/.id`, '']] as Columns) : []),
	]);
}

/** The columns of the order are only set in the first row; each row adds a line or a note. */
function rowsOf(order: PaidOrder, own: Columns, lines: Columns[]): OrderRows {
	const parts = [
		{ path: '', rows: [own] },
		{ path: 'message_ids/', rows: chatterNotes(order) },
		{ path: 'order_line/', rows: lines },
	];
	const fields = parts.flatMap(({ path, rows: [first = []] }) =>
		first.map(([column]) => `${path}${column}`),
	);
	const rows = Array.from(
		{ length: Math.max(...parts.map((part) => part.rows.length)) },
		(_, index) =>
			parts.flatMap(({ rows: [first = [], ...others] }) => {
				const row = index === 0 ? first : others[index - 1];
				return first.map((__, column) => row?.[column]?.[1] ?? '');
			}),
	);
	return { fields, record: { key: paymentKey(order), rows } };
}

const id = (value: number | undefined) => (value ? String(value) : '');

const fiscalPosition = ({ address }: PaidOrder, options: RecordOptions): number | undefined =>
	(address ? undefined : options.noAddressFiscalPositionId) ?? options.fiscalPositionId;

/** The columns of the order itself. Absent options have no column: an empty value would clear Odoo's default. */
function orderColumns(
	order: PaidOrder,
	references: OrderReferences,
	options: RecordOptions,
): Columns {
	const optional: Columns = [
		['pricelist_id/.id', id(references.pricelistId)],
		['company_id/.id', id(options.companyId)],
		['warehouse_id/.id', id(options.warehouseId)],
		['team_id/.id', id(options.teamId ?? references.teamId)],
		['tag_ids/.id', (options.tagIds ?? []).join()],
		['fiscal_position_id/.id', id(fiscalPosition(order, options))],
		['commitment_date', order.expectedDelivery ?? ''],
	];
	const values = wechatValues(order);
	return [
		['id', orderExternalId(order)],
		['partner_id/.id', id(references.partnerId)],
		['partner_shipping_id/.id', id(references.shippingPartnerId)],
		['client_order_ref', order.payment.transaction_id],
		['origin', orderOrigin(order)],
		['source_id/.id', id(references.sourceId)],
		['medium_id/.id', id(references.mediumId)],
		['campaign_id/.id', id(references.campaignId)],
		...(references.wechatFields ?? []).map((field) => [field, values[field]] as [string, string]),
		...optional.filter(([, value]) => value !== ''),
	];
}
