import type { HttpCallContext } from '../../core/http';
import type { JsonObject } from '../../core/json';
import { callWechatPay } from '../api/call';
import type { RefundKey } from '../api/endpoints';
import type { WechatPayAccount } from '../keys/account';
import { fieldEncryption } from '../keys/encrypt-field';
import { requireSide } from '../keys/region';

/** Where the money of an abnormal refund goes instead. */
export type AbnormalRefundTarget =
	/** Back to the merchant's own settlement card. */
	| { type: 'MERCHANT_BANK_CARD' }
	/** To another card of the buyer. `bank_type` such as `CMB_DEBIT`. */
	| { type: 'USER_BANK_CARD'; bank_type: string; bank_account: string; real_name: string };

/**
 * Pays a refund that the buyer's account did not take to a bank card. Exists on the mainland only. Card number and
 * name travel encrypted with WeChat Pay's key, and appear nowhere else.
 *
 * @returns the refund in WeChat's own fields, under way again
 * @throws IntegrationError `WECHAT_REGION_WRONG`, `WECHAT_NO_ENCRYPTION_KEY`, `WECHAT_REFUSED`,
 * `WECHAT_RESPONSE_UNPROVED` or `HTTP_…`
 */
export async function payAbnormalRefund(
	account: WechatPayAccount,
	{ out_refund_no, sub_mchid, refund_id }: RefundKey & { refund_id: string },
	to: AbnormalRefundTarget,
	context: HttpCallContext,
): Promise<JsonObject> {
	requireSide(account, 'mainland');
	const { serial, encrypt } = fieldEncryption(account);
	const card =
		to.type === 'USER_BANK_CARD'
			? { ...to, bank_account: encrypt(to.bank_account), real_name: encrypt(to.real_name) }
			: to;
	const target = `/v3/refund/domestic/refunds/${encodeURIComponent(refund_id)}/apply-abnormal-refund`;
	const body = JSON.stringify({ sub_mchid, out_refund_no, ...card });
	const call = { method: 'POST' as const, target, body, encryptedFor: serial };
	return {
		mchid: account.mchid,
		...(sub_mchid && { sub_mchid }),
		...(await callWechatPay(account, call, context)),
	};
}
