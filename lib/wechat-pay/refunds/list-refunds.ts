import { randomBytes } from 'node:crypto';

import { IntegrationError } from '../../core/errors';
import type { HttpCallContext } from '../../core/http';
import { asObject, type JsonObject } from '../../core/json';
import { refundProgress } from '../../core/payment-terms';
import { callWechatPay } from '../api/call';
import { ownerOf, withQuery, type OfMerchant } from '../api/endpoints';
import type { WechatPayAccount } from '../keys/account';
import { crossBorder, isCrossBorder } from '../keys/region';
import { API_SECURITY, REFUNDS } from '../merchant-platform';
import { callV2 } from '../v2/call';
import { v2Amount, type V2Fields } from '../v2/fields';
import type { RefundableOrder } from './refund-request';

const PAGE = 20;
/** WeChat allows 50 refunds of an order. */
const MOST_PAGES = 5;

/**
 * All refunds of an order, in the fields of a queried refund. Across the border WeChat lists them; on the
 * mainland only APIv2 does, so that the APIv2 key is needed there.
 *
 * @throws IntegrationError `WECHAT_REFUNDS_NOT_LISTED`, `WECHAT_REFUSED`, `WECHAT_RESPONSE_UNPROVED` or `HTTP_…`
 */
export async function listRefunds(
	account: WechatPayAccount,
	order: RefundableOrder,
	merchant: OfMerchant,
	context: HttpCallContext,
): Promise<JsonObject[]> {
	return isCrossBorder(account)
		? await listGlobal(account, order, merchant, context)
		: await listMainland(account, order, merchant, context);
}

/** What is left to refund of an order, in the smallest unit. Refunds under way count, closed ones do not. */
export function leftToRefund({ total }: RefundableOrder, refunds: JsonObject[]): number {
	return refunds
		.filter(({ status }) => refundProgress(String(status)) !== 'failed')
		.reduce((left, { amount }) => left - Number(asObject(amount)?.['refund'] ?? 0), total);
}

async function listGlobal(
	account: WechatPayAccount,
	{ transaction_id, out_trade_no, currency, total }: RefundableOrder,
	merchant: OfMerchant,
	context: HttpCallContext,
): Promise<JsonObject[]> {
	const found: JsonObject[] = [];
	for (let page = 0; page < MOST_PAGES; page++) {
		const target = withQuery(`${crossBorder(account)}/refunds`, {
			transaction_id,
			...ownerOf(account, merchant),
			offset: String(page * PAGE),
			count: String(PAGE),
		});
		const { data } = await callWechatPay(account, { method: 'GET', target }, context);
		const list = Array.isArray(data) ? data : [];
		for (const refund of list) {
			const { amount, ...fields } = asObject(refund) ?? {};
			const money = { total, currency, ...asObject(amount) };
			found.push({ transaction_id, out_trade_no, ...fields, amount: money });
		}
		if (list.length < PAGE) break;
	}
	return found;
}

async function listMainland(
	account: WechatPayAccount,
	order: RefundableOrder,
	{ sub_mchid }: OfMerchant,
	context: HttpCallContext,
): Promise<JsonObject[]> {
	const { transaction_id } = order;
	const { appid, sp_appid, sub_appid } = order.apps;
	const { apiV2Key } = account;
	if (!apiV2Key) throw notListed('The credential has no APIv2 key.', false);
	const fields = {
		appid: sp_appid ?? appid ?? '',
		mch_id: account.mchid,
		...(sub_mchid && { sub_mch_id: sub_mchid }),
		...(sub_appid && { sub_appid }),
		transaction_id,
	};
	const found: JsonObject[] = [];
	// One answer has ten refunds.
	for (let offset = 0; ; ) {
		const nonce_str = randomBytes(16).toString('hex');
		const page = { ...fields, nonce_str, ...(offset > 0 && { offset: String(offset) }) };
		const call = { path: '/pay/refundquery', fields: page, apiV2Key, refused: notListed };
		const answer = await callV2(account, call, context);
		if (answer['err_code'] === 'REFUNDNOTEXIST') return found;
		if (answer['result_code'] === 'FAIL') throw notListed(answer['err_code'] ?? '', false);
		const refunds = readPage(answer, order);
		found.push(...refunds);
		offset += refunds.length;
		if (refunds.length === 0 || offset >= (v2Amount(answer['total_refund_count']) ?? 0))
			return found;
	}
}

function readPage(answer: V2Fields, order: RefundableOrder): JsonObject[] {
	const { transaction_id, out_trade_no, total, currency } = order;
	const count = v2Amount(answer['refund_count']) ?? 0;
	return Array.from({ length: Math.min(count, 50) }, (_, index) => {
		const value = (name: string) => answer[`${name}_${index}`];
		return {
			refund_id: value('refund_id'),
			out_refund_no: value('out_refund_no'),
			transaction_id,
			out_trade_no,
			channel: value('refund_channel'),
			user_received_account: value('refund_recv_accout'),
			status: STATUSES[value('refund_status') ?? ''] ?? value('refund_status'),
			amount: { total, refund: v2Amount(value('refund_fee')), currency },
		};
	});
}

/** APIv2's words for what APIv3 calls otherwise. */
const STATUSES: Record<string, string> = { CHANGE: 'ABNORMAL', REFUNDCLOSE: 'CLOSED' };

const notListed = (said: string, retryable: boolean): IntegrationError =>
	new IntegrationError({
		code: 'WECHAT_REFUNDS_NOT_LISTED',
		message: `WeChat Pay does not list the refunds of this order: ${said || 'without a reason'}`,
		likelyCause:
			'Mainland merchants get this list only by APIv2, which needs the APIv2 key that is in force.',
		nextStep: `Enter the key of ${API_SECURITY} → APIv2 Key (APIv2密钥) in the credential, or refund A Part with the amount that ${REFUNDS} shows as left.`,
		retryable,
	});
