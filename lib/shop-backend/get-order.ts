import type { JsonObject } from '../core/json';
import { askShop, type CallStamp, type ShopBackend } from './ask';

/** What identifies an order to the shop: fields of the payment. */
export interface OrderQuestion {
	mchid: unknown;
	out_trade_no: unknown;
	transaction_id: unknown;
	total_fen: unknown;
}

/**
 * Asks the shop for an order: `order.get`, and `basket.get` of the first version of the contract where the
 * shop does not answer that.
 *
 * @param stamp a new one for each call
 * @returns undefined when the shop does not know the order
 * @throws IntegrationError `SHOP_…` or `HTTP_…`
 */
export async function getShopOrder(
	backend: ShopBackend,
	{ mchid, out_trade_no, transaction_id, total_fen }: OrderQuestion,
	stamp: () => CallStamp,
): Promise<JsonObject | undefined> {
	const question = { mchid, out_trade_no, transaction_id, total_fen };
	const order = await askShop(backend, 'order.get', question, stamp());
	return order ?? (await askShop(backend, 'basket.get', question, stamp()));
}
