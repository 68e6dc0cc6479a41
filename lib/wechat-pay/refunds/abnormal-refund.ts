import { constants, publicEncrypt } from 'node:crypto';

import { IntegrationError } from '../../core/errors';
import type { HttpCallContext } from '../../core/http';
import type { JsonObject } from '../../core/json';
import { callWechatPay } from '../api/call';
import type { RefundKey } from '../api/endpoints';
import type { WechatPayAccount } from '../keys/account';
import { isPublicKeyId } from '../keys/encoding';
import { requireSide } from '../keys/region';
import { REFUNDS } from '../merchant-platform';

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
	const serial = encryptionKey(account);
	const secret = (text: string) => encrypt(account, serial, text);
	const card =
		to.type === 'USER_BANK_CARD'
			? { ...to, bank_account: secret(to.bank_account), real_name: secret(to.real_name) }
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

/** The public key where there is one, as answers are asked for with it; else the newest certificate. */
function encryptionKey({ verificationKeys }: WechatPayAccount): string {
	const serials = [...verificationKeys.keys()];
	const serial = serials.find(isPublicKeyId) ?? serials.at(-1);
	if (serial) return serial;
	throw new IntegrationError({
		code: 'WECHAT_NO_ENCRYPTION_KEY',
		message: 'There is no key of WeChat Pay to encrypt the bank card with.',
		likelyCause: 'The platform certificates could not be downloaded, and no key was pasted.',
		nextStep: `Test the credential, or handle the refund at ${REFUNDS}.`,
	});
}

/** RSA-OAEP with SHA-1, Base64 (WeChat Pay APIv3, encrypting sensitive fields). */
function encrypt({ verificationKeys }: WechatPayAccount, serial: string, text: string): string {
	const key = verificationKeys.get(serial);
	if (!key) return '';
	const padding = constants.RSA_PKCS1_OAEP_PADDING;
	return publicEncrypt({ key, padding, oaepHash: 'sha1' }, Buffer.from(text)).toString('base64');
}
