import { setTimeout as wait } from 'node:timers/promises';

import { notifyWished, type Controls } from '../control/controls';
import type { MallBasket, MallOrder } from '../merchant/mall-order';
import { SAMPLE_RECIPIENTS } from '../merchant/sample-recipients';
import type { Payment } from '../payments/payment';
import { findGoods, type Goods } from './goods';

/** What one buyer, or many at once, buy on the page. */
export interface PurchaseRequest extends Pick<MallBasket, 'recipient' | 'remark' | 'is_gift'> {
	sku_code?: string;
	/** Units that each of them buys: 1. */
	quantity?: number;
	/** 1; at most 500. */
	buyers?: number;
	/** Seconds over which the buyers are spread: 0. */
	seconds?: number;
	/** False: the order is only placed, and held where the mall asks for that. */
	pay?: boolean;
}

const MOST_BUYERS = 500;

/**
 * Lets buyers order and pay, each with a notification. Where the mall asks for stock first, an order that is
 * not held is not paid, and Odoo decides what is sold out; otherwise the shelf does. The mall keeps the whole
 * order; the lines travel in `attach` as `SKU*quantity@fen`. Without a recipient, a sample one is used.
 *
 * @returns the payments
 * @throws Error when there is no such product, or nothing left of it
 */
export async function purchase(request: PurchaseRequest, sandbox: Controls): Promise<Payment[]> {
	const { sku_code = '', quantity = 1, buyers = 1, seconds = 0 } = request;
	if (![quantity, buyers].every((count) => Number.isInteger(count) && count >= 1)) {
		throw new Error('quantity and buyers are whole numbers from 1');
	}
	if (buyers > MOST_BUYERS) throw new Error(`There are ${MOST_BUYERS} buyers at most`);
	const goods = findGoods(sku_code, sandbox);
	const held = sandbox.phone.holdAt !== undefined;
	const able = held ? buyers : Math.min(buyers, Math.floor(goods.stock / quantity));
	if (able < 1) throw new Error(`${goods.title}: ${goods.stock} left`);
	const bought = Array.from({ length: able }, async (_, index) => {
		const pause = Math.round((index * seconds * 1000) / able);
		if (pause > 0) await wait(pause);
		const order = place(goods, { ...request, quantity }, index, sandbox);
		if (sandbox.phone.holdAt) await sandbox.mall.hold(order, sandbox.phone.holdAt);
		return request.pay === false ? [] : payFor(order, sandbox);
	});
	return (await Promise.all(bought)).flat();
}

function place(
	{ sku_code, title, price }: Goods,
	{ quantity, recipient, remark, is_gift }: PurchaseRequest & { quantity: number },
	index: number,
	{ mall }: Controls,
): MallOrder {
	return mall.place({
		lines: [{ sku: sku_code, name: title, quantity, unit_price_fen: price }],
		recipient: recipient ?? SAMPLE_RECIPIENTS[index % SAMPLE_RECIPIENTS.length],
		...(remark && { remark }),
		...(is_gift && { is_gift }),
	});
}

/** Pays an order of the mall, and notifies; an order that should be held and is not is not paid. */
export function payFor(order: MallOrder, sandbox: Controls): Payment[] {
	const { out_trade_no, total_fen, openid, lines, hold } = order;
	if (hold && hold.state !== 'held') return [];
	const payment = sandbox.pay({
		out_trade_no,
		openid,
		total: total_fen,
		attach: lines
			.map(({ sku, quantity, unit_price_fen }) => `${sku}*${quantity}@${unit_price_fen}`)
			.join(),
		description: titleOf(order),
	});
	sandbox.phone.bought.set(payment.transaction_id, titleOf(order));
	for (const { sku, quantity } of lines) takeFromShelf(sku, quantity, sandbox);
	notifyWished(payment, notifying(sandbox), sandbox);
	return [payment];
}

export const titleOf = ({ lines }: Pick<MallOrder, 'lines'>): string =>
	lines.map(({ sku, name, quantity }) => `${name ?? sku} × ${quantity}`).join(', ');

/** The shelf shows what it was told last: Odoo may have sold more, or less. */
function takeFromShelf(sku: string, quantity: number, sandbox: Controls): void {
	const { sku_id, stock } = findGoods(sku, sandbox);
	const units = Math.min(quantity, stock);
	if (units > 0) sandbox.serverApi.shop.take(sku_id, units);
}

/** How the page's own notifications are sent; nowhere while no address is known. */
export function notifying({ phone }: Controls): { copies: number } | false {
	return phone.notifyUrl === undefined ? false : { copies: phone.copies };
}
