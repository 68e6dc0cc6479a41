import { fromDecimal } from '../../core/money';
import { plainHtml } from '../../core/outside-text';
import { NO_MERCHANT } from './payment-notes';

/** A payment as noted in the chatter of its order. */
export interface NotedPayment {
	transaction_id: string;
	mchid: string;
	sub_mchid?: string;
	shop_appid?: string;
	/** Empty where the payment had none. */
	appid: string;
	out_trade_no: string;
	total_fen: number;
	currency: string;
	success_time?: string;
	shipping_fen?: number;
	discount_fen?: number;
	merchant_coupon_fen?: number;
}

/** Longer notes are none of `paymentNote`. UTF-16 units. */
const LONGEST = 8_000;

/** Reads a note of `paymentNote` as Odoo returns it; undefined for any other message. */
export function readPaymentNote(html: string): NotedPayment | undefined {
	if (html.length > LONGEST) return undefined;
	const facts = new Map<string, string>();
	for (const line of plainHtml(html).split('\n')) {
		const [label = '', ...value] = line.trim().split(': ');
		if (!facts.has(label)) facts.set(label, value.join(': '));
	}
	const [title = ''] = [...facts.keys()].filter(Boolean);
	const [, transaction, mchid] = /^WeChat Pay payment (\S+) of merchant (\S+)$/.exec(title) ?? [];
	const order = facts.get('Order number of the shop');
	const [, currency = ''] = / ([A-Z]{3})$/.exec(facts.get('Amount') ?? '') ?? [];
	const fen = (label: string) => fenOf(facts.get(label), currency);
	const total = fen('Amount');
	if (!transaction || !mchid || !order || total === undefined) return undefined;
	return {
		transaction_id: transaction,
		mchid: mchid === NO_MERCHANT ? '' : mchid,
		...given('sub_mchid', facts.get('Sub-merchant')),
		...given('shop_appid', facts.get('WeChat Shop')),
		appid: facts.get('App ID') ?? '',
		out_trade_no: order,
		total_fen: total,
		currency,
		...given('success_time', facts.get('Paid at')),
		...given('shipping_fen', fen('Shipping, part of it')),
		...given('discount_fen', fen('Discount before the payment')),
		...given('merchant_coupon_fen', fen("Merchant's part of coupons")),
	};
}

const given = <Name extends string, Value>(name: Name, value: Value | undefined) =>
	(value === undefined ? {} : { [name]: value }) as { [key in Name]?: Value };

/** The amount of a text such as `1.00 CNY`; undefined if it is none in this currency. */
function fenOf(text: string | undefined, currency: string): number | undefined {
	const [decimal = '', code, ...more] = text?.split(' ') ?? [];
	if (code !== currency || more.length > 0) return undefined;
	try {
		return fromDecimal(decimal, currency).amount;
	} catch {
		return undefined;
	}
}
