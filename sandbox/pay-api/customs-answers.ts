import type { CustomsDeclaration } from '../customs/declaration';
import { proceed } from '../customs/declare';
import type { WeChat } from '../platform/wechat';
import type { Call } from '../server/app';
import { paramError, WeChatError } from './errors';
import { checkMchid } from './request';

/** @throws WeChatError 400 `PARAM_ERROR` unless it is the one of the merchant number */
export function checkAppid(appid: unknown, wechat: WeChat, location: 'query' | 'body'): void {
	if (appid === wechat.appid) return;
	throw paramError('appid', String(appid ?? ''), 'appid is that of the merchant', location);
}

/** What every call about a declaration answers. */
export function answered(
	one: Omit<CustomsDeclaration, 'modify_time' | 'explanation'>,
	wechat: WeChat,
) {
	const { out_trade_no, transaction_id, sub_order_no, sub_order_id, state } = one;
	return {
		appid: wechat.appid,
		mchid: wechat.mchid,
		state,
		out_trade_no,
		transaction_id,
		sub_order_no,
		sub_order_id,
		...verified(transaction_id),
	};
}

const verified = (transaction_id: string) => ({
	verify_department: 'UNIONPAY',
	verify_department_trade_id: `2018${transaction_id}`,
});

/** The living declarations of a payment; the query moves each one step further. */
export function pageOfDeclarations(call: Call, wechat: WeChat): object {
	const { mchid, appid, order_type, order_no = '', customs = '' } = call.req.query();
	checkMchid(mchid, wechat);
	checkAppid(appid, wechat, 'query');
	if (order_type !== 'transaction_id') {
		throw paramError('order_type', order_type, 'the sandbox knows transaction_id');
	}
	const [offset, limit] = [
		Number(call.req.query('offset') ?? 0),
		Number(call.req.query('limit') ?? 20),
	];
	const living = wechat.customs.living({ transaction_id: order_no, customs });
	if (living.length === 0) throw new WeChatError(400, 'INVALID_REQUEST', '查询指定记录不存在');
	const data = living.slice(offset, offset + limit);
	for (const one of data) proceed(one, wechat);
	return {
		appid,
		mchid,
		transaction_id: order_no,
		...verified(order_no),
		offset,
		limit,
		total_count: living.length,
		data: data.map(({ merchant_customs_no, ...one }) => ({
			...one,
			mch_customs_no: merchant_customs_no,
			fee_type: 'CNY',
			out_trade_no: undefined,
			transaction_id: undefined,
			certificate_check_result: undefined,
			void: undefined,
		})),
	};
}
