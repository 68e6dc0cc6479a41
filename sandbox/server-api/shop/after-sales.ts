import type { WeChat } from '../../platform/wechat';
import type { ServerApiCall } from '../endpoint';
import { ServerApiError } from '../errcode';
import type { AfterSale } from './after-sale';
import { moveAfterSale } from './after-sale-moves';
import { pageOf, readPage } from './page';

const DAY_S = 24 * 3600;
const PAGE = { size: 20, max: 100 };

/** Ids of the after-sales that were made or changed within a day. */
export function listAfterSales({ body }: ServerApiCall, { serverApi: { shop } }: WeChat): object {
	const by = body.begin_update_time === undefined ? 'create_time' : 'update_time';
	const [start, end] = [Number(body[`begin_${by}`]), Number(body[`end_${by}`])];
	const page = readPage(body, PAGE);
	if (!page || !(end >= start)) throw new ServerApiError(10020003);
	if (end - start > DAY_S) throw new ServerApiError(10020004);
	const matching = shop.afterSales.filter((one) => one[by] >= start && one[by] <= end);
	const { items, next_key, has_more } = pageOf(matching, page);
	const ids = items.map(({ after_sale_order_id: id }) => id);
	return { after_sale_order_id_list: ids, next_key, has_more };
}

export const getAfterSale = ({ body }: ServerApiCall, wechat: WeChat): object => ({
	after_sale_order: found(body.after_sale_order_id, wechat),
});

/** @throws ServerApiError 10021050 */
function found(id: unknown, { serverApi: { shop } }: WeChat): AfterSale {
	const afterSale = shop.afterSales.find((one) => one.after_sale_order_id === id);
	if (!afterSale) throw new ServerApiError(10021050);
	return afterSale;
}

/** Money alone: paid at once. Goods and money: the first call agrees, the second one pays. */
export function acceptAfterSale({ body }: ServerApiCall, wechat: WeChat): object {
	const afterSale = found(body.after_sale_order_id, wechat);
	const { status, type } = afterSale;
	const agrees = status === 'MERCHANT_PROCESSING' && type === 'RETURN' && body.accept_type !== 2;
	const pays =
		status === 'MERCHANT_WAIT_RECEIPT' || (status === 'MERCHANT_PROCESSING' && type === 'REFUND');
	if (!agrees && !pays) throw new ServerApiError(10020001);
	if (pays && body.accept_type === 1) throw new ServerApiError(10021041);
	if (agrees) {
		if (!wechat.serverApi.rules.shopHasReturnAddress && body.address_id === undefined) {
			throw new ServerApiError(606003);
		}
		moveAfterSale(afterSale, 'USER_WAIT_RETURN', wechat);
		return {};
	}
	const { rules, counter } = wechat.serverApi;
	if (rules.shopBalance !== null && rules.shopBalance < afterSale.refund_info.amount) {
		throw new ServerApiError(10021046);
	}
	const key = `refund of ${afterSale.order_id}`;
	if (!counter.fits(key, 'minute', 1, wechat.now())) throw new ServerApiError(10021059);
	afterSale.refund_info.refund_reason = 3;
	moveAfterSale(
		afterSale,
		type === 'REFUND' ? 'MERCHANT_REFUND_SUCCESS' : 'MERCHANT_RETURN_SUCCESS',
		wechat,
	);
	return {};
}

const REASONS = [
	{ reject_reason_type: 1, reject_reason_type_text: '拒绝仅退款', reject_reason: '商品已发出' },
	{
		reject_reason_type: 2,
		reject_reason_type_text: '拒绝退货退款',
		reject_reason: '商品影响二次销售',
	},
];

export const rejectReasons = (): object => ({ reject_reason: REASONS });

export function rejectAfterSale({ body }: ServerApiCall, wechat: WeChat): object {
	const afterSale = found(body.after_sale_order_id, wechat);
	const reason = REASONS.find((one) => one.reject_reason_type === body.reject_reason_type);
	if (!reason) throw new ServerApiError(40097);
	if (!['MERCHANT_PROCESSING', 'MERCHANT_WAIT_RECEIPT'].includes(afterSale.status)) {
		throw new ServerApiError(10020001);
	}
	afterSale.merchant_upload_info.reject_reason = String(body.reject_reason ?? reason.reject_reason);
	const status = afterSale.type === 'REFUND' ? 'MERCHANT_REJECT_REFUND' : 'MERCHANT_REJECT_RETURN';
	moveAfterSale(afterSale, status, wechat);
	return {};
}
