import { asObject, type JsonObject } from '../../core/json';
import { isPaid, merchantCoupon } from '../../core/payment-terms';
import { safeCode, safeLine } from '../../core/outside-text';
import { readItem, type ItemFields, type ItemKind } from '../../core/read-item';
import type { MappedLine, Mapping, UnmappedLine } from '../../sku-map/mapping';
import { readLines } from '../../core/order-lines';
import type { PaidOrder } from '../model/paid-order';
import { readAddress, readContact } from '../model/recipient';

const PAYMENT: ItemKind = {
	code: 'NOT_A_PAYMENT',
	name: 'a successful payment',
	likelyCause:
		'It does not come from WeChat Pay Trigger, or an earlier node changed or removed these fields (ids are text, amounts are whole fen).',
	nextStep:
		'Connect the output of WeChat Pay Trigger or SKU Map, and keep all fields in the nodes in between.',
};

const ORDER: ItemKind = {
	code: 'NOT_AN_ORDER',
	name: 'an order that stock can be held for',
	likelyCause: 'Fields that the payment will have are missing, or have another format.',
	nextStep:
		'Set mchid and out_trade_no as text, total_fen in whole fen, lines, and the mapping of SKU Map.',
};

/**
 * Reads the payment and its mapping from an item of any node.
 *
 * @throws IntegrationError `NOT_A_PAYMENT` naming the fields that are missing or wrong
 */
export const readPaidOrder = (item: JsonObject): PaidOrder => readItem(item, PAYMENT, readOrder);

/**
 * Reads an order that is not paid yet from an item: what the shop's backend knows when it creates the
 * payment, and the `mapping` of SKU Map.
 *
 * @throws IntegrationError `NOT_AN_ORDER` naming the fields that are missing or wrong
 */
export const readHoldOrder = (item: JsonObject): PaidOrder =>
	readItem({ ...item, transaction_id: 'none', trade_state: undefined }, ORDER, (fields) => {
		const order = readOrder(fields);
		fields.whole('total_fen', 1);
		return order;
	});

function readOrder(fields: ItemFields): PaidOrder {
	const { value, optionalText } = fields;
	const state = value('trade_state');
	fields.check('trade_state', state === undefined || isPaid(state));
	fields.check('mapping', isMapping(value('mapping')));
	const contact = readContact(value('contact'));
	const address = readAddress(value('address'));
	const currency = value('amount.currency');
	const problem = value('lines_problem');
	return {
		payment: {
			mchid: fields.text('mchid'),
			...given('sub_mchid', optionalText('sub_mchid')),
			appid: safeCode(String(value('appid') ?? '')),
			out_trade_no: fields.text('out_trade_no'),
			transaction_id: fields.text('transaction_id'),
			total_fen: fields.whole('total_fen'),
			lines: readLines(value('lines')),
			payer: {
				...given('openid', optionalText('payer.openid')),
				...given('unionid', optionalText('payer.unionid')),
			},
			...given('success_time', optionalText('success_time')),
			...given('payer_total_fen', fenOf(value('payer_total_fen'))),
			...(typeof currency === 'string' && { amount: { currency: safeCode(currency, 16) } }),
			...(typeof problem === 'string' && { lines_problem: safeLine(problem) }),
		},
		...given('mapping', value('mapping') as Mapping | undefined),
		...given('shippingFen', fenOf(value('shipping_fen'))),
		...given('discountFen', fenOf(value('discount_fen'))),
		...given('merchantCouponFen', merchantCoupon(value('promotion_detail'))),
		...given('refundStarted', state === 'REFUND'),
		...given('contact', contact),
		...given('address', address),
	};
}

/** The field, unless it is empty or 0. */
const given = <Name extends string, Value>(name: Name, value: Value) =>
	(value ? { [name]: value } : {}) as { [name in Name]?: NonNullable<Value> };

const fenOf = (value: unknown): number => (isFen(value) ? Number(value) : 0);

const isFen = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;

/** A missing mapping is valid: the order becomes a draft. */
function isMapping(value: unknown): boolean {
	if (value === undefined) return true;
	const { status, lines, unmapped } = (asObject(value) ?? {}) as Partial<Mapping>;
	if (status === 'unmapped') {
		return !unmapped || (Array.isArray(unmapped) && unmapped.every(isUnmappedLine));
	}
	return (
		status === 'mapped' && Array.isArray(lines) && lines.length > 0 && lines.every(isMappedLine)
	);
}

const isUnmappedLine = (line: UnmappedLine) => typeof line?.message === 'string';

const isMappedLine = (line: MappedLine) =>
	Number.isSafeInteger(line?.product_id) &&
	line.product_id > 0 &&
	Number.isSafeInteger(line.quantity) &&
	line.quantity > 0 &&
	(line.unit_price_fen === undefined || isFen(line.unit_price_fen));
