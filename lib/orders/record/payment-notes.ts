import { escapeHtml } from '../../core/html';
import { amountText, fromDecimal } from '../../core/money';
import type { ItemLine } from '../../core/order-lines';

import { paymentCurrency, type PaidOrder } from '../model/paid-order';
import { addressText } from '../model/recipient';

const PAID = 'Paid: ';
const NO_LINES = 'WeChat sent no order lines.';
const LINE =
	/^SKU (.+) × (\d{1,9}|\?)(?: at (\d+(?:\.\d+)?) ([A-Z]{3}))?(?: \(listing ([^\s()]+)\))?$/s;

/**
 * Note lines of a draft without products: the amount paid, and each line as received. `readLineNote`
 * reads a line back, so the draft can be completed from Odoo alone. If a person corrects the SKU in a
 * note, the draft is completed with the corrected one.
 */
export function lineNotes(order: PaidOrder): string[] {
	const currency = paymentCurrency(order);
	const { total_fen: total, lines, lines_problem: problem } = order.payment;
	const received = (lines as ItemLine[]).map(
		({ sku, quantity, unit_price_fen: price, product_id: listing }) => {
			const known = price !== undefined && Number.isSafeInteger(price);
			const each = known ? ` at ${amountText(price, currency)}` : '';
			const from = listing ? ` (listing ${listing})` : '';
			return `SKU ${sku} × ${Number.isNaN(quantity) ? '?' : quantity}${each}${from}`;
		},
	);
	const none = `${NO_LINES}${problem ? ` ${problem}` : ''}`;
	return [`${PAID}${amountText(total, currency)}`, ...(received.length > 0 ? received : [none])];
}

/** The order line in a note; undefined if the note has none. */
export function readLineNote(note: string): ItemLine | undefined {
	const [, sku, quantity, price, currency = '', listing] = LINE.exec(note.trim()) ?? [];
	if (sku === undefined) return undefined;
	return {
		sku,
		quantity: Number(quantity === '?' ? Number.NaN : quantity),
		...(price !== undefined && { unit_price_fen: fromDecimal(price, currency).amount }),
		...(listing !== undefined && { product_id: listing }),
	};
}

/** Whether `lineNotes` wrote this note. */
export const isLineNote = (note: string): boolean =>
	note.startsWith(PAID) || note.startsWith(NO_LINES) || readLineNote(note) !== undefined;

/** The note on the payment in the chatter of its order, as HTML. `readChatterNote` reads it back. */
export function chatterNote(order: PaidOrder): string {
	const { payment, address, shippingFen, discountFen, merchantCouponFen } = order;
	const amount = (fen: number) => amountText(fen, paymentCurrency(order));
	const { payer_total_fen: byBuyer, success_time: time } = payment;
	const couponUsed = byBuyer !== undefined && byBuyer !== payment.total_fen;
	const facts = [
		`WeChat Pay payment ${payment.transaction_id} of merchant ${payment.mchid}`,
		payment.sub_mchid && `Sub-merchant: ${payment.sub_mchid}`,
		`Order number of the shop: ${payment.out_trade_no}`,
		`Amount: ${amount(payment.total_fen)}`,
		couponUsed && `Paid by the buyer after coupons: ${amount(byBuyer)}`,
		time && `Paid at: ${time}`,
		payment.appid && `App ID: ${payment.appid}`,
		shippingFen && `Shipping, part of it: ${amount(shippingFen)}`,
		discountFen && `Discount before the payment: ${amount(discountFen)}`,
		merchantCouponFen && `Merchant's part of coupons: ${amount(merchantCouponFen)}`,
		address && `Address as received: ${addressText(address)}`,
	];
	return facts.map((fact) => (fact ? `<p>${escapeHtml(fact)}</p>` : '')).join('');
}

/** A payment as noted in the chatter of its order. */
export interface NotedPayment {
	transaction_id: string;
	mchid: string;
	sub_mchid?: string;
	/** Empty in a note of an earlier version. */
	appid: string;
	out_trade_no: string;
	total_fen: number;
	currency: string;
	success_time?: string;
	shipping_fen?: number;
	discount_fen?: number;
	merchant_coupon_fen?: number;
}

/** Reads a note of `chatterNote` as Odoo returns it; undefined for any other message. */
export function readChatterNote(html: string): NotedPayment | undefined {
	const text = decoded(html.replace(/<\/p>|<br\s*\/?>/gi, '\n').replace(/<[^>]*>/g, ''));
	const fact = (pattern: RegExp) => pattern.exec(text)?.[1]?.trim();
	const [, transaction, mchid] =
		/^\s*WeChat Pay payment (\S+) of merchant (\S+)\s*$/m.exec(text) ?? [];
	const order = fact(/^\s*Order number of the shop: (.+)$/m);
	const [, total, currency] = /^\s*Amount: (\d+(?:\.\d+)?) ([A-Z]{3})\s*$/m.exec(text) ?? [];
	if (!transaction || !mchid || !order || !total || !currency) return undefined;
	const fen = <Name extends string>(name: Name, label: string) => {
		const amount = fact(new RegExp(`^\\s*${label}: (\\d+(?:\\.\\d+)?) ${currency}\\s*$`, 'm'));
		return (amount === undefined ? {} : { [name]: fromDecimal(amount, currency).amount }) as {
			[key in Name]?: number;
		};
	};
	const sub = fact(/^\s*Sub-merchant: (\S+)\s*$/m);
	const time = fact(/^\s*Paid at: (\S+)\s*$/m);
	return {
		transaction_id: transaction,
		mchid,
		...(sub !== undefined && { sub_mchid: sub }),
		appid: fact(/^\s*App ID: (\S+)\s*$/m) ?? '',
		out_trade_no: order,
		total_fen: fromDecimal(total, currency).amount,
		currency,
		...(time !== undefined && { success_time: time }),
		...fen('shipping_fen', 'Shipping, part of it'),
		...fen('discount_fen', 'Discount before the payment'),
		...fen('merchant_coupon_fen', "Merchant's part of coupons"),
	};
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

const decoded = (text: string): string =>
	text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, code, hex, name) => {
		if (code) return String.fromCodePoint(Number(code));
		if (hex) return String.fromCodePoint(Number.parseInt(String(hex), 16));
		return ENTITIES[String(name)] ?? String(whole);
	});
