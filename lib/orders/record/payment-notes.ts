import type { IntegrationError } from '../../core/errors';
import { escapeHtml, maskPhones, safeCode, safeLine } from '../../core/outside-text';
import { amountText, fromDecimal } from '../../core/money';
import { asSentence } from '../../odoo/odoo-error';
import { noteIds, paymentKey } from '../model/order-keys';
import { paymentCurrency, type PaidOrder } from '../model/paid-order';
import { addressText, isWhole, NOT_SPLIT } from '../model/recipient';
import type { ItemLine } from '../../core/read-item';

const PAID = 'Paid: ';
/** In the note of a WeChat Shop order, whose payment has no merchant ID. */
export const NO_MERCHANT = '-';
const NO_LINES = 'WeChat sent no order lines.';
const LISTING = /^[^\s()]{1,64}$/;
/** Longest note that is read back, in UTF-16 units. */
const LONGEST_NOTE = 2_000;
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
			const from = LISTING.test(listing ?? '') ? ` (listing ${listing})` : '';
			return `SKU ${safeCode(sku)} × ${Number.isNaN(quantity) ? '?' : quantity}${each}${from}`;
		},
	);
	const none = `${NO_LINES}${problem ? ` ${safeLine(problem)}` : ''}`;
	return [`${PAID}${amountText(total, currency)}`, ...(received.length > 0 ? received : [none])];
}

/** The order line in a note; undefined if the note has none. */
export function readLineNote(note: string): ItemLine | undefined {
	if (note.length > LONGEST_NOTE) return undefined;
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

/**
 * The facts of the payment in the chatter of its order, one a line, as HTML. `readPaymentNote` reads them
 * back, so there is no text of a stranger among them, and no value can begin another line.
 */
export function paymentNote(order: PaidOrder): string {
	const { payment, shippingFen, discountFen, merchantCouponFen } = order;
	const amount = (fen: number) => amountText(fen, paymentCurrency(order));
	const { payer_total_fen: byBuyer, success_time: time } = payment;
	const couponUsed = byBuyer !== undefined && byBuyer !== payment.total_fen;
	const facts = [
		`WeChat Pay payment ${payment.transaction_id} of merchant ${payment.mchid || NO_MERCHANT}`,
		payment.sub_mchid && `Sub-merchant: ${payment.sub_mchid}`,
		payment.shop_appid && `WeChat Shop: ${payment.shop_appid}`,
		`Order number of the shop: ${payment.out_trade_no}`,
		`Amount: ${amount(payment.total_fen)}`,
		couponUsed && `Paid by the buyer after coupons: ${amount(byBuyer)}`,
		time && `Paid at: ${time}`,
		payment.appid && `App ID: ${payment.appid}`,
		shippingFen && `Shipping, part of it: ${amount(shippingFen)}`,
		discountFen && `Discount before the payment: ${amount(discountFen)}`,
		merchantCouponFen && `Merchant's part of coupons: ${amount(merchantCouponFen)}`,
	];
	return facts.map((fact) => (fact ? `<p>${escapeHtml(safeCode(fact))}</p>` : '')).join('');
}

/**
 * The columns of the notes in the chatter of a new order: the facts of the payment, and the address and
 * the buyer's remark as received, which nothing reads back. Phone numbers are masked.
 */
export function chatterNotes(order: PaidOrder): Array<Array<[column: string, value: string]>> {
	const ids = noteIds(paymentKey(order));
	const { address = {} } = order;
	const place = maskPhones(safeLine(addressText(address)));
	const whole = isWhole(address) ? paragraph(NOT_SPLIT) : '';
	const remark = maskPhones(buyersWords(order));
	const notes = [
		{ id: ids.payment, body: paymentNote(order) },
		...(place
			? [{ id: ids.address, body: paragraph(`Address as received: ${place}`) + whole }]
			: []),
		...(remark ? [{ id: ids.remark, body: paragraph(remark) }] : []),
	];
	return notes.map(({ id, body }) => [
		['id', id],
		// Odoo 19 requires the model as well.
		['model', 'sale.order'],
		['message_type', 'comment'],
		['subtype_id/id', 'mail.mt_note'],
		['body', body],
	]);
}

const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;

/** The buyer's remark for those who pack the order; empty if there is none. */
export const buyersWords = ({ remark, isGift }: Pick<PaidOrder, 'remark' | 'isGift'>): string =>
	[isGift && 'This order is a gift.', remark && `Buyer's remark: ${remark}`]
		.filter(Boolean)
		.join(' ');

const THEN = 'then add the products that the notes name, and confirm the order.';

/** Why an order only has notes: Odoo rejected its products. @param message Odoo's */
export const rejectedLines = (message: string): string =>
	`Odoo rejected the order lines: ${asSentence(message)} Correct that, ${THEN}`;

/** Odoo accepted the draft only without what the node adds, or without its buyer. @param message Odoo's */
export const rejectedFields = (message: string): string =>
	`Odoo rejected the order: ${asSentence(message)} This draft has none of the node's options, and perhaps not its buyer. Correct that, ${THEN}`;

/** What stood in the way before the order was written, such as a missing pricelist. */
export const obstacleText = ({ message, nextStep }: IntegrationError): string =>
	`${asSentence(message)} ${asSentence(nextStep)} Correct the draft accordingly, ${THEN}`;
