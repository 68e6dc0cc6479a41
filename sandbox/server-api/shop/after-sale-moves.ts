import { DIGITS, randomText } from '../../core/random';
import type { WeChat } from '../../platform/wechat';
import type { AfterSale, AfterSaleRequest } from './after-sale';
import type { ShopOrderLine } from './order';

const TWO_DAYS_S = 48 * 3600;

/** @throws Error for an unpaid order, an unknown SKU, or more than was bought */
export function requestAfterSale(request: AfterSaleRequest, wechat: WeChat): AfterSale {
	const { shop } = wechat.serverApi;
	const order = shop.knownOrder(request.order_id);
	const lines = order.order_detail.product_infos;
	const line = lines.find(({ sku_id }) => sku_id === (request.sku_id ?? lines[0]?.sku_id));
	if (!line || order.status === 10 || order.status >= 200) throw new Error('Nothing to refund');
	const count = request.count ?? line.sku_cnt;
	const left = line.sku_cnt - line.on_aftersale_sku_cnt - line.finish_aftersale_sku_cnt;
	if (count > left) throw new Error(`Only ${left} units are left`);
	line.on_aftersale_sku_cnt += count;
	const time = Math.floor(wechat.now() / 1000);
	const made: AfterSale = {
		after_sale_order_id: `1${randomText(wechat.random, 16, DIGITS)}`,
		order_id: order.order_id,
		openid: order.openid,
		type: request.type ?? 'REFUND',
		status: 'MERCHANT_PROCESSING',
		reason: '10000000',
		reason_text: request.reason_text ?? '不想要了',
		product_info: {
			product_id: line.product_id,
			sku_id: line.sku_id,
			sku_code: line.sku_code,
			count,
		},
		details: { desc: '', receive_product: order.status >= 30 },
		refund_info: {
			amount: request.amount ?? Math.floor((line.real_price * count) / line.sku_cnt),
			refund_reason: 0,
		},
		return_info: { waybill_id: '', delivery_id: '', delivery_name: '' },
		merchant_upload_info: { reject_reason: '' },
		deadline: TWO_DAYS_S,
		create_time: time,
		update_time: time,
	};
	shop.afterSales.push(made);
	order.aftersale_detail.on_aftersale_order_cnt += 1;
	order.aftersale_detail.aftersale_order_list.push({
		aftersale_order_id: made.after_sale_order_id,
	});
	moveAfterSale(made, 'MERCHANT_PROCESSING', wechat);
	return made;
}

const END = new Set([
	'USER_CANCELD',
	'MERCHANT_REFUND_SUCCESS',
	'MERCHANT_RETURN_SUCCESS',
	'MERCHANT_REJECT_REFUND',
	'MERCHANT_REJECT_RETURN',
]);
const PAID_BACK = new Set(['MERCHANT_REFUND_SUCCESS', 'MERCHANT_RETURN_SUCCESS']);

/** Puts an after-sale into a status, with all that follows from it, and announces it. */
export function moveAfterSale(afterSale: AfterSale, status: string, wechat: WeChat): void {
	const { shop } = wechat.serverApi;
	const time = Math.floor(wechat.now() / 1000);
	Object.assign(afterSale, { status, update_time: time });
	if (END.has(status)) {
		afterSale.complete_time = time;
		delete afterSale.deadline;
		end(afterSale, PAID_BACK.has(status), wechat);
	}
	const { after_sale_order_id, order_id } = afterSale;
	shop.tell({
		event: 'channels_ec_aftersale_update',
		openid: '',
		key: 'finder_shop_aftersale_status_update',
		body: { status, after_sale_order_id, order_id },
	});
}

function end(afterSale: AfterSale, paidBack: boolean, wechat: WeChat): void {
	const { shop } = wechat.serverApi;
	const order = shop.knownOrder(afterSale.order_id);
	const { count, sku_id } = afterSale.product_info;
	const lines = order.order_detail.product_infos;
	const line = lines.find((one) => one.sku_id === sku_id);
	if (line) line.on_aftersale_sku_cnt -= count;
	order.aftersale_detail.on_aftersale_order_cnt -= 1;
	order.update_time = Math.floor(wechat.now() / 1000);
	if (!paidBack || !line) return;
	line.finish_aftersale_sku_cnt += count;
	shop.flow(3, -afterSale.refund_info.amount, order.order_id, wechat, {
		aftersale_id: afterSale.after_sale_order_id,
	});
	if (lines.every((one) => isGone(one))) {
		order.status = 200;
		shop.announce('channels_ec_order_cancel', order, { cancel_type: 3 });
	}
}

/** A gift goes with the products that it came with. */
const isGone = ({ is_free_gift, sku_cnt, finish_aftersale_sku_cnt }: ShopOrderLine): boolean =>
	is_free_gift === 1 || finish_aftersale_sku_cnt >= sku_cnt;

/** The buyer withdraws, or sends the goods back. @throws Error in a state that does not allow it */
export function buyerMoves(id: string, move: 'withdraw' | 'sendBack', wechat: WeChat): AfterSale {
	const found = wechat.serverApi.shop.afterSales.find((one) => one.after_sale_order_id === id);
	if (!found) throw new Error(`There is no after_sale_order_id ${id}`);
	const from =
		move === 'sendBack' ? ['USER_WAIT_RETURN'] : ['MERCHANT_PROCESSING', 'USER_WAIT_RETURN'];
	if (!from.includes(found.status)) throw new Error(`No ${move} in ${found.status}`);
	if (move === 'sendBack') {
		const waybill_id = `SF${randomText(wechat.random, 12, DIGITS)}`;
		found.return_info = { waybill_id, delivery_id: 'SF', delivery_name: '顺丰速运' };
		found.deadline = TWO_DAYS_S;
	}
	moveAfterSale(found, move === 'sendBack' ? 'MERCHANT_WAIT_RECEIPT' : 'USER_CANCELD', wechat);
	return found;
}
