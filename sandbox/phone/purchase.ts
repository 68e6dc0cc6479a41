import { notifyWished, type Controls } from '../control/controls';
import type { MallBasket } from '../merchant/mall-order';
import { SAMPLE_RECIPIENTS } from '../merchant/sample-recipients';
import type { Payment } from '../payments/payment';

/** What one buyer, or many at once, buy on the page. */
export interface PurchaseRequest extends Pick<MallBasket, 'recipient' | 'remark' | 'is_gift'> {
	sku_code?: string;
	/** Units that each of them buys: 1. */
	quantity?: number;
	/** 1; at most 500. */
	buyers?: number;
	/** Seconds over which the buyers' notifications are spread: 0. */
	seconds?: number;
}

const MOST_BUYERS = 500;

/**
 * Pays and notifies, once for each buyer, until the product is sold out. The lines travel in
 * `attach` as `SKU*quantity@fen`; the mall keeps the whole order. Without a recipient, a sample one is used.
 *
 * @throws Error when there is no such product, or nothing left of it
 */
export function purchase(
	{ sku_code = '', quantity = 1, buyers = 1, seconds = 0, ...entered }: PurchaseRequest,
	sandbox: Controls,
): Payment[] {
	if (![quantity, buyers].every((count) => Number.isInteger(count) && count >= 1)) {
		throw new Error('quantity and buyers are whole numbers from 1');
	}
	if (buyers > MOST_BUYERS) throw new Error(`There are ${MOST_BUYERS} buyers at most`);
	const { shop } = sandbox.serverApi;
	const found = shop
		.products()
		.flatMap(({ title, skus }) => skus.map((sku) => ({ title, sku })))
		.find(({ sku }) => sku.sku_code === sku_code);
	if (!found) throw new Error(`There is no product with the SKU ${sku_code}`);
	const { title, sku } = found;
	const able = Math.min(buyers, Math.floor(sku.stock_num / quantity));
	if (able < 1) throw new Error(`${title}: ${sku.stock_num} left`);
	return Array.from({ length: able }, (_, index) => {
		shop.take(sku.sku_id, quantity);
		const { out_trade_no, total_fen } = sandbox.mall.place({
			lines: [{ sku: sku_code, name: title, quantity, unit_price_fen: sku.sale_price }],
			recipient: SAMPLE_RECIPIENTS[index % SAMPLE_RECIPIENTS.length],
			...entered,
		});
		const payment = sandbox.pay({
			out_trade_no,
			total: total_fen,
			attach: `${sku_code}*${quantity}@${sku.sale_price}`,
			description: title,
		});
		sandbox.phone.bought.set(payment.transaction_id, `${title} × ${quantity}`);
		const delayMs = Math.round((index * seconds * 1000) / able);
		notifyWished(payment, notifying(sandbox, delayMs), sandbox);
		return payment;
	});
}

/** How the page's own notifications are sent; nowhere while no address is known. */
export function notifying(
	{ phone }: Controls,
	delayMs = 0,
): { copies: number; delayMs: number } | false {
	return phone.notifyUrl === undefined ? false : { copies: phone.copies, delayMs };
}
