import { byId, element, head, list } from './dom.js';
import { yuan } from './words.js';

const STATES = {
	10: ['Unpaid', 'waiting'],
	20: ['To ship', 'waiting'],
	21: ['Partly shipped', 'waiting'],
	30: ['Shipped', 'good'],
	100: ['Received', 'good'],
	200: ['Refunded', 'bad'],
};

/** The influencer whose link was followed; empty on the shop's own page. */
export const influencer = new URLSearchParams(location.search).get('live')?.slice(0, 40) ?? '';

/** Says whose live stream this is, or offers the link to one. */
export function showLive() {
	byId('live-of').textContent = influencer
		? `Live with ${influencer}. What you buy here counts for ${influencer}.`
		: "The shop's own page. Follow an influencer's link to buy in a live stream:";
	byId('live-link').hidden = influencer !== '';
	if (influencer) byId('tab-wechat-shop').click();
}

/** The products of the WeChat Shop and its orders. */
export function showWechatShop({ products, shop_orders: orders }, buy) {
	list(
		byId('shop-products'),
		products,
		({ sku_code }) => sku_code,
		({ sku_code, title, price, stock }) =>
			element(
				'li',
				{ class: 'order' },
				head(title, { class: 'price', text: yuan(price) }),
				element(
					'button',
					{
						'data-part': 'buy-in-shop',
						'aria-label': `Buy ${title} in the WeChat Shop`,
						disabled: stock === 0,
						onclick: () => buy({ sku_code, title, price }),
					},
					stock === 0 ? 'Sold out' : 'Buy',
				),
			),
	);
	list(
		byId('shop-orders'),
		orders,
		({ order_id }) => order_id,
		({ order_id, title, total, status, influencer: seller }) => {
			const [text, mood] = STATES[status] ?? ['Waiting', 'waiting'];
			return element(
				'li',
				{ class: 'order' },
				head(title, { class: `badge ${mood}`, text }),
				element('p', { class: 'facts' }, `${yuan(total)} · ${order_id}`),
				seller && element('p', { class: 'facts' }, `Sold by ${seller}`),
			);
		},
	);
}
