import { fromDecimal, money, toDecimal } from '../../core/money';
import type { ItemLine } from '../../core/order-lines';
import { paymentCurrency, type PaidOrder } from '../model/paid-order';

/**
 * What the draft of an unmapped payment shows in place of products: what was paid, and each line as it
 * was received. `readNote` reads a line back, so that the draft can be completed from Odoo alone; a
 * person who corrects the SKU in a note has it completed with the corrected one.
 */
export function paymentNotes(order: PaidOrder): string[] {
	const currency = paymentCurrency(order);
	const { total_fen: total, lines, lines_problem: problem } = order.payment;
	const amount = (fen: number) => `${toDecimal(money(fen, currency))} ${currency}`;
	const received = (lines as ItemLine[]).map(
		({ sku, quantity, unit_price_fen: price, product_id: listing }) => {
			const each =
				price === undefined || !Number.isSafeInteger(price) ? '' : ` at ${amount(price)}`;
			const from = listing ? ` (listing ${listing})` : '';
			return `SKU ${sku} × ${Number.isNaN(quantity) ? '?' : quantity}${each}${from}`;
		},
	);
	const none = `${NO_LINES}${problem ? ` ${problem}` : ''}`;
	return [`${PAID}${amount(total)}`, ...(received.length > 0 ? received : [none])];
}

const PAID = 'Paid: ';
const NO_LINES = 'WeChat sent no order lines.';
const LINE =
	/^SKU (.+) × (\d{1,9}|\?)(?: at (\d+(?:\.\d+)?) ([A-Z]{3}))?(?: \(listing ([^\s()]+)\))?$/s;

/** The order line in a note; undefined for a note that holds none. */
export function readNote(note: string): ItemLine | undefined {
	const [, sku, quantity, price, currency = '', listing] = LINE.exec(note.trim()) ?? [];
	if (sku === undefined) return undefined;
	return {
		sku,
		quantity: Number(quantity === '?' ? Number.NaN : quantity),
		...(price !== undefined && { unit_price_fen: fromDecimal(price, currency).amount }),
		...(listing !== undefined && { product_id: listing }),
	};
}

/** True for a note that `paymentNotes` has written. */
export const isNote = (note: string): boolean =>
	note.startsWith(PAID) || note.startsWith(NO_LINES) || readNote(note) !== undefined;
