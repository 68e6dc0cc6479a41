import { beijingDay } from '../core/beijing-time';
import type { Payment } from '../payments/payment';
import type { WeChat } from '../platform/wechat';
import { type Refund, makeRefund, settle } from '../refunds/refund';
import type { App } from '../server/app';
import { WeChatError } from './errors';
import { askedRefund, type AskedRefund } from './refund-request';
import { payAbnormal } from './abnormal-refund';
import { jsonBody } from './request';

/** Refunds of domestic payments. A 200 means accepted, not paid out. */
export function addRefunds(api: App, wechat: WeChat): void {
	api.post('/v3/refund/domestic/refunds', async (call) => {
		const body = await jsonBody(call);
		const sub = typeof body.sub_mchid === 'string' ? body.sub_mchid : undefined;
		const { refund } = makeAskedRefund(askedRefund(body), wechat, sub, false);
		return call.json(answered(refund));
	});
	api.post('/v3/refund/domestic/refunds/:id/apply-abnormal-refund', async (call) => {
		const refund = foundRefund(wechat.refunds.withRefundId(call.req.param('id')));
		payAbnormal(refund, await jsonBody(call), call.req.header('wechatpay-serial'), wechat);
		return call.json(answered(refund));
	});
	api.get('/v3/refund/domestic/refunds/:number', (call) => {
		const sub = call.req.query('sub_mchid');
		return call.json(
			answered(foundRefund(wechat.refunds.withOutRefundNo(call.req.param('number'), sub))),
		);
	});
}

/** Answers do not say whose order it was. */
const answered = (refund: Refund): object => ({ ...refund, sub_mchid: undefined });

export function foundRefund(refund: Refund | undefined): Refund {
	if (refund) return refund;
	throw noSuchRefund();
}

export const noSuchRefund = (): WeChatError =>
	new WeChatError(404, 'RESOURCE_NOT_EXISTS', '退款单不存在', undefined, '268512771');

const YEAR_MS = 366 * 24 * 3600 * 1000;
const MOST_PARTS = 50;

/**
 * The refund as WeChat answers it: a new one is still `PROCESSING` then, and ends right afterwards as the rules
 * say. The same number with the same amounts is the same refund.
 *
 * @throws WeChatError with WeChat's code for everything that forbids it
 */
export function makeAskedRefund(
	asked: AskedRefund,
	wechat: WeChat,
	sub_mchid: string | undefined,
	crossBorder: boolean,
): { refund: Refund; payment: Payment } {
	const { payments, refunds, refundRules } = wechat;
	const payment = asked.transaction_id
		? payments.withTransactionId(asked.transaction_id)
		: payments.withOutTradeNo(asked.out_trade_no, sub_mchid);
	if (payment?.sub_mchid && sub_mchid === undefined) {
		throw new WeChatError(400, 'PARAM_ERROR', '缺少sub_mchid', undefined, '268443704');
	}
	if (!payment || payment.sub_mchid !== sub_mchid) {
		throw new WeChatError(404, 'RESOURCE_NOT_EXISTS', '订单不存在', undefined, '268512771');
	}
	const known = refunds.withOutRefundNo(asked.out_refund_no, sub_mchid);
	if (known) return { refund: sameRefund(known, asked, payment), payment };
	checkRefund(asked, payment, wechat);
	const { refund: amount, out_refund_no, funds_account } = asked;
	const refund = makeRefund(
		payment,
		{
			refund: amount,
			out_refund_no,
			status: 'PROCESSING',
			...(funds_account === undefined ? {} : { funds_account }),
		},
		{
			refundedBefore: refunds.refundedOf(payment.transaction_id),
			atMs: wechat.now(),
			feeRate: wechat.feeRates(beijingDay(payment.success_time)),
			random: wechat.random,
		},
	);
	refunds.add(refund);
	refundRules.available -= amount;
	const first = { ...refund };
	settle(refund, refundRules.outcome, wechat.now());
	if (asked.notify_url !== undefined && refund.status !== 'PROCESSING') {
		const [alone, together] = crossBorder
			? (['global', 'institution'] as const)
			: (['direct', 'partner'] as const);
		wechat.notifyRefund(refund, asked.notify_url, sub_mchid ? together : alone);
	}
	return { refund: first, payment };
}

function sameRefund(known: Refund, { refund, total }: AskedRefund, payment: Payment): Refund {
	const same =
		known.transaction_id === payment.transaction_id &&
		known.amount.refund === refund &&
		known.amount.total === total;
	if (same) return known;
	throw new WeChatError(
		400,
		'INVALID_REQUEST',
		'订单金额或退款金额与之前请求不一致，请核实后再试',
		undefined,
		'268498688',
	);
}

function checkRefund(asked: AskedRefund, payment: Payment, wechat: WeChat): void {
	const { total, currency } = payment.amount;
	const { refunds, refundRules } = wechat;
	const earlier = refunds.ofTransaction(payment.transaction_id);
	if (asked.currency !== currency)
		throw new WeChatError(400, 'PARAM_ERROR', '退款币种与订单币种不一致');
	if (asked.total !== total) {
		throw new WeChatError(400, 'INVALID_REQUEST', '订单金额与原订单不一致，请核实后再试');
	}
	if (wechat.now() - Date.parse(payment.success_time) > YEAR_MS) {
		throw new WeChatError(400, 'INVALID_REQUEST', '订单已超过可退款的最大期限');
	}
	if (earlier.length >= MOST_PARTS) throw new WeChatError(403, 'RULE_LIMIT', '部分退款次数超限');
	if (refunds.refundedOf(payment.transaction_id) + asked.refund > total) {
		throw new WeChatError(400, 'INVALID_REQUEST', '申请退款金额大于订单可退金额');
	}
	if (asked.refund > refundRules.available) {
		throw new WeChatError(403, 'NOT_ENOUGH', '基本账户余额不足，请充值后重新发起');
	}
}
