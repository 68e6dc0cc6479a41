import type { Controls } from '../control/controls';
import type { ShopOrder } from '../server-api/shop/order';
import { findGoods } from './goods';

/** An order of the WeChat Shop as the page shows it. */
export interface ShopOrderRow {
	order_id: string;
	title: string;
	/** Fen. */
	total: number;
	/** WeChat's number: 20 to ship, 30 shipped, 100 received, 200 refunded. */
	status: number;
	/** Whose live stream sold it; empty for the shop's own page. */
	influencer: string;
}

/** What a buyer buys on the page, one unit. */
export interface ShopPurchase {
	sku_code?: string;
	/** The influencer whose link the buyer followed. */
	influencer?: string;
}

const NEWEST = 50;
/** An influencer gets a tenth of the price. */
const COMMISSION_SHARE = 10;

/** The newest first. */
export const shopOrderRows = ({ serverApi: { shop } }: Pick<Controls, 'serverApi'>) =>
	shop.orders().slice(-NEWEST).reverse().map(rowOf);

const rowOf = ({ order_id, status, order_detail: detail }: ShopOrder): ShopOrderRow => ({
	...{ order_id, status, total: detail.price_info.order_price },
	title: detail.product_infos.map(({ title, sku_cnt: count }) => `${title} × ${count}`).join(', '),
	influencer: detail.commission_infos[0]?.nickname ?? '',
});

/**
 * Lets a buyer buy in the WeChat Shop, where no payment is notified: WeChat pushes the events of the order.
 *
 * @throws Error when there is no such product, or nothing left of it
 */
export function buyInShop(
	{ sku_code = '', influencer }: ShopPurchase,
	sandbox: Pick<Controls, 'serverApi'>,
): ShopOrderRow {
	const { sku_id, price } = findGoods(sku_code, sandbox);
	const seller = influencer && {
		live_id: `live of ${influencer}`,
		influencer: {
			...{ finder_id: `finder of ${influencer}`, nickname: influencer },
			commission: Math.floor(price / COMMISSION_SHARE),
		},
	};
	return rowOf(sandbox.serverApi.shop.sell({ sku_id, ...seller }));
}
