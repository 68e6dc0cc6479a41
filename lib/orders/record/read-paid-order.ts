import { asObject, type JsonObject } from '../../core/json';
import { isPaid, merchantCoupon } from '../../core/payment-terms';
import { safeCode, safeLine } from '../../core/outside-text';
import { readItem, type ItemFields, type ItemKind, readLines } from '../../core/read-item';
import type { MappedLine, Mapping, UnmappedLine } from '../../sku-map/mapping';
import type { Channel, PaidOrder } from '../model/paid-order';
import { readAddress, readContact } from '../model/recipient';
import { toOdooTime } from '../../odoo/records';

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
	const shop = optionalText('shop_appid');
	const currency = value('amount.currency');
	const problem = value('lines_problem');
	return {
		payment: {
			mchid: shop ? optionalText('mchid') : fields.text('mchid'),
			...given('sub_mchid', optionalText('sub_mchid')),
			...given('shop_appid', shop),
			appid: safeCode(String(value('appid') ?? '')),
			out_trade_no: fields.text(shop && !value('out_trade_no') ? 'shop_order_id' : 'out_trade_no'),
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
		...given(
			'merchantCouponFen',
			merchantCoupon(value('promotion_detail')) || fenOf(value('merchant_coupon_fen')),
		),
		...given('refundStarted', state === 'REFUND'),
		...readDetails(value),
	};
}

/** What the shop knows of the order. A wrong field is ignored, because the order is paid all the same. */
function readDetails(value: ItemFields['value']): Partial<PaidOrder> {
	const line = (name: string, longest = LONGEST_NAME) =>
		typeof value(name) === 'string' ? safeLine(String(value(name)), longest) : '';
	const channel: Channel = {
		...given('source', line('source')),
		...given('medium', line('medium')),
		...given('campaign', line('campaign')),
		...given('team', line('sales_team')),
	};
	return {
		...given('contact', readContact(value('contact'))),
		...given('address', readAddress(value('recipient')) ?? readAddress(value('address'))),
		...given('channel', Object.keys(channel).length > 0 && channel),
		...given(
			'waitReason',
			value('shop_appid') !== undefined && line('wait_reason', LONGEST_REMARK),
		),
		...given('remark', line('remark', LONGEST_REMARK)),
		...given('isGift', value('is_gift') === true),
		...given('invoiceTitle', line('invoice_title')),
		...given('expectedDelivery', deliveryTime(line('expected_delivery'))),
	};
}

/** UTF-16 units. */
const LONGEST_NAME = 200;
const LONGEST_REMARK = 1_000;

/** Noon of the day, in the time zone of the Odoo user. */
function deliveryTime(text: string): string | undefined {
	const [day] = /^2\d{3}-\d\d-\d\d/.exec(text) ?? [];
	const noon = Date.parse(`${day}T12:00:00Z`);
	return Number.isNaN(noon) ? undefined : toOdooTime(noon);
}

/** The field, unless it is empty or 0. */
const given = <Name extends string, Value>(name: Name, value: Value) =>
	(value ? { [name]: value } : {}) as { [name in Name]?: Exclude<NonNullable<Value>, false> };

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
