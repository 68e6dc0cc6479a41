import { IntegrationError } from '../../core/errors';
import type { MappedLine, Mapping, UnmappedLine } from '../../sku-map/mapping';
import { readLines } from '../../core/order-lines';
import type { PaidOrder } from '../model/paid-order';
import { readAddress, readContact } from '../model/recipient';

type Fields = Record<string, unknown>;

/**
 * Reads the payment and its mapping out of an item, whichever node made it.
 *
 * @throws IntegrationError `NOT_A_PAYMENT` naming the fields that are missing or wrong
 */
export function readPaidOrder(item: Fields): PaidOrder {
	const wrong = [
		...['mchid', 'transaction_id', 'out_trade_no'].filter((name) => !isId(item[name])),
		...(isFen(item.total_fen) && Number(item.total_fen) > 0 ? [] : ['total_fen']),
		...(item.trade_state === undefined || item.trade_state === 'SUCCESS' ? [] : ['trade_state']),
		...(isMapping(item.mapping) ? [] : ['mapping']),
	];
	if (wrong.length > 0) throw notAPayment(wrong);
	const payer = fieldsOf(item.payer);
	const amount = fieldsOf(item.amount);
	const contact = readContact(item.contact);
	const address = readAddress(item.address);
	return {
		payment: {
			mchid: String(item.mchid),
			appid: String(item.appid ?? ''),
			out_trade_no: String(item.out_trade_no),
			transaction_id: String(item.transaction_id),
			total_fen: Number(item.total_fen),
			lines: readLines(item.lines),
			payer: textsOf(payer, ['openid', 'unionid']),
			...textsOf(item, ['success_time']),
			...fenOf(item, 'payer_total_fen', 'payer_total_fen'),
			...(typeof amount.currency === 'string' && { amount: { currency: amount.currency } }),
			...(typeof item.lines_problem === 'string' && { lines_problem: item.lines_problem }),
		},
		...(item.mapping !== undefined && { mapping: item.mapping as Mapping }),
		...fenOf(item, 'shipping_fen', 'shippingFen'),
		...fenOf(item, 'discount_fen', 'discountFen'),
		...fenOf({ part: merchantCoupons(item.promotion_detail) }, 'part', 'merchantCouponFen'),
		...(contact && { contact }),
		...(address && { address }),
	};
}

/** The fields that hold some text. */
const textsOf = <Name extends string>(fields: Fields, names: Name[]) =>
	Object.fromEntries(
		names.filter((name) => isId(fields[name])).map((name) => [name, fields[name]]),
	) as {
		[name in Name]?: string;
	};

const fenOf = <Name extends string>(fields: Fields, from: string, to: Name) =>
	(isFen(fields[from]) && Number(fields[from]) > 0 ? { [to]: Number(fields[from]) } : {}) as {
		[name in Name]?: number;
	};

/** What the merchant itself gives to WeChat's coupons: `merchant_contribute` of each, in fen. */
const merchantCoupons = (promotions: unknown): number =>
	(Array.isArray(promotions) ? promotions : [])
		.map((promotion: unknown) => fieldsOf(promotion).merchant_contribute)
		.reduce((sum: number, fen) => sum + (isFen(fen) ? Number(fen) : 0), 0);

const fieldsOf = (value: unknown): Fields =>
	typeof value === 'object' && value !== null ? (value as Fields) : {};

const isId = (value: unknown) => typeof value === 'string' && value.trim() !== '';

const isFen = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;

/** No mapping at all is one too: the order becomes a draft. */
function isMapping(value: unknown): boolean {
	if (value === undefined) return true;
	const { status, lines, unmapped } = fieldsOf(value) as Partial<Mapping>;
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

function notAPayment(fields: string[]): IntegrationError {
	return new IntegrationError({
		code: 'NOT_A_PAYMENT',
		message: `This item is not a successful payment: look at ${fields.join(', ')}.`,
		likelyCause:
			'The item does not come from WeChat Pay Trigger, or a step in between changed or dropped these fields (ids are text, amounts whole fen).',
		nextStep:
			'Connect the output of WeChat Pay Trigger or SKU Map, and let steps in between pass all fields on.',
	});
}
