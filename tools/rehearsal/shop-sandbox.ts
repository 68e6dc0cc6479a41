import type { Delivery, Payment, PushDelivery, Sandbox, ShopOrder } from '../../sandbox';
import type { ProductToSeed } from '../services/odoo-seed';

const EVENTS = ['channels_ec_order_pay', 'channels_ec_order_wait_shipping'];

/**
 * The same WeChat, where buyers buy in its Shop: a payment has the number of an order of the shop, and a notification is
 * the push of the order's two events.
 *
 * @param products what is on the shelf
 */
export function shopSandbox(sandbox: Sandbox, products: ProductToSeed[]): Sandbox {
	const { shop } = sandbox.serverApi;
	const skuIds = new Map(
		products.map(({ sku, name, price, stock }) => {
			const sale_price = Math.round(Number(price) * 100);
			const product = shop.addProduct({
				title: name,
				skus: [{ sku_code: sku, sale_price, stock_num: stock }],
			});
			return [sku, product.skus[0]?.sku_id ?? ''] as const;
		}),
	);
	const sold = new Map<string, ShopOrder>();
	const pay: Sandbox['pay'] = ({ attach = '', openid, total }) => {
		const lines = attach.split(',').map((line) => {
			const [, sku = '', count] = /^(.+)\*(\d+)@\d+$/.exec(line) ?? [];
			return { sku_id: skuIds.get(sku) ?? '', count: Number(count) };
		});
		const order = shop.sell({ lines, live_id: 'live', ...(openid && { openid }) });
		sold.set(order.order_id, order);
		const id = order.order_id;
		return sandbox.pay({ total, transaction_id: id, out_trade_no: id, openid: order.openid });
	};
	const deliveries: Sandbox['deliveries'] = (filter = {}) =>
		shop
			.pushed()
			.filter(({ copy }) => copy !== null)
			.map(asDelivery)
			.filter((one) => (filter.transaction_id ?? one.transaction_id) === one.transaction_id);
	const notify = (async (payment: Payment, { url = '', copies = 1, maxResends } = {}) => {
		const order = sold.get(payment.transaction_id);
		const pushes = EVENTS.map(async (event) => {
			const body = { order_id: payment.transaction_id };
			const about = { event, openid: order?.openid ?? '', key: 'order_info', body };
			return await shop.push(about, {
				url,
				copies,
				...(maxResends !== undefined && { maxResends }),
			});
		});
		const acknowledged = (await Promise.all(pushes)).every(Boolean);
		return { acknowledged, deliveries: deliveries({ transaction_id: payment.transaction_id }) };
	}) as Sandbox['notify'];
	// What is asked of anything else is asked of the sandbox itself.
	return Object.assign(Object.create(sandbox) as Sandbox, { pay, notify, deliveries });
}

function asDelivery({ event, copy, ...push }: PushDelivery): Delivery {
	const order = String(event.body.order_id);
	return {
		...push,
		...{ notification_id: `${event.event} ${order}`, event_type: event.event, url: '' },
		...{ out_trade_no: order, transaction_id: order, copy: copy ?? 0, probe: false },
	};
}
