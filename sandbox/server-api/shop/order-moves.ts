import { DIGITS, randomText } from '../../core/random';
import type { WeChat } from '../../platform/wechat';
import type { ShopOrder } from './order';
import { announcePaid } from './sell';

/** What becomes of an order outside of the API: `pay` and `accept` by the buyer, `ready` when its group is complete. */
export type ShopOrderMove =
	| 'pay'
	| 'accept'
	| 'ready'
	| 'confirm'
	| 'settle'
	| 'askAddress'
	| 'answerAddress';

const NEXT: Record<ShopOrderMove, { from: number[]; to?: ShopOrder['status'] }> = {
	pay: { from: [10], to: 20 },
	accept: { from: [12], to: 20 },
	ready: { from: [13], to: 20 },
	confirm: { from: [30], to: 100 },
	settle: { from: [100] },
	askAddress: { from: [20, 21] },
	answerAddress: { from: [20, 21] },
};

/** @throws Error for an unknown order, or one in a state that does not allow it */
export function moveOrder(orderId: string, move: ShopOrderMove, wechat: WeChat): ShopOrder {
	const { shop } = wechat.serverApi;
	const order = shop.knownOrder(orderId);
	const { from, to } = NEXT[move];
	if (!from.includes(order.status)) throw new Error(`No ${move} in status ${order.status}`);
	if (to !== undefined) order.status = to;
	const time = Math.floor(wechat.now() / 1000);
	order.update_time = time;
	after[move](order, time, wechat);
	return order;
}

const after: Record<ShopOrderMove, (order: ShopOrder, time: number, wechat: WeChat) => void> = {
	pay: (order, time, wechat) => {
		const { pay_info } = order.order_detail;
		pay_info.pay_time = time;
		pay_info.transaction_id = `4320${randomText(wechat.random, 24, DIGITS)}`;
		announcePaid(order, wechat);
	},
	accept: (order, _, { serverApi: { shop } }) =>
		shop.announce('channels_ec_order_wait_shipping', order),
	ready: (order, _, { serverApi: { shop } }) =>
		shop.announce('channels_ec_order_wait_shipping', order),
	confirm: (order, _, { serverApi: { shop } }) =>
		shop.announce('channels_ec_order_confirm', order, { confirm_type: 1 }),
	settle: (order, time, wechat) => {
		const { shop } = wechat.serverApi;
		const { settle_info, commission_infos } = order.order_detail;
		shop.flow(11, -settle_info.predict_commission_fee, order.order_id, wechat);
		for (const { amount } of commission_infos) shop.flow(10, -amount, order.order_id, wechat);
		settle_info.commission_fee = settle_info.predict_commission_fee;
		settle_info.settle_time = time;
		for (const commission of commission_infos) commission.status = 2;
		shop.announce('channels_ec_order_settle', order, { settle_time: time });
	},
	askAddress: (order, time, { serverApi: { shop } }) => {
		const { delivery_info } = order.order_detail;
		delivery_info.address_under_review = { detail_info: '****' };
		delivery_info.address_apply_time = time;
		shop.announce('channels_ec_order_ext_info_update', order, { type: 4 });
	},
	answerAddress: (order, _, { serverApi: { shop } }) => {
		delete order.order_detail.delivery_info.address_under_review;
		delete order.order_detail.delivery_info.address_apply_time;
		shop.announce('channels_ec_order_ext_info_update', order, { type: 2 });
	},
};
