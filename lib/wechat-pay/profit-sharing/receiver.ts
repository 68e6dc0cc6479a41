import { IntegrationError } from '../../core/errors';
import type { HttpCallContext } from '../../core/http';
import type { JsonObject } from '../../core/json';
import { callWechatPay } from '../api/call';
import type { WechatPayAccount } from '../keys/account';
import { fieldEncryption } from '../keys/encrypt-field';
import { requireSide } from '../keys/region';

export const RECEIVER_TYPES = ['MERCHANT_ID', 'PERSONAL_OPENID'] as const;

/** Who gets a share: a merchant number, or a person by the OpenID under the same AppID. */
export interface Receiver {
	type: (typeof RECEIVER_TYPES)[number];
	account: string;
}

export interface NewReceiver extends Receiver {
	appid: string;
	/** Company or personal name; required for a merchant. It is sent encrypted. */
	name: string;
	/** WeChat's word for the relation, e.g. `PARTNER`, `DISTRIBUTOR`, `CUSTOM`. */
	relation_type: string;
	/** With `CUSTOM`. */
	custom_relation?: string;
}

/**
 * Adds a receiver to the merchant's list. Adding one that is there already is no error at WeChat Pay.
 *
 * @returns WeChat's fields without the name
 * @throws IntegrationError `WECHAT_REGION_WRONG`, `WECHAT_RECEIVER_INVALID`, `WECHAT_NO_ENCRYPTION_KEY`,
 * `WECHAT_REFUSED`, `WECHAT_RESPONSE_UNPROVED` or `HTTP_…`
 */
export async function addReceiver(
	account: WechatPayAccount,
	{ name, ...receiver }: NewReceiver,
	context: HttpCallContext,
): Promise<JsonObject> {
	requireSide(account, 'mainland');
	if (!receiver.account || (receiver.type === 'MERCHANT_ID' && !name)) throw invalid();
	const { serial, encrypt } = fieldEncryption(account);
	const answer = await callWechatPay(
		account,
		{
			method: 'POST',
			target: '/v3/profitsharing/receivers/add',
			body: JSON.stringify({ ...receiver, ...(name && { name: encrypt(name) }) }),
			encryptedFor: serial,
		},
		context,
	);
	return withoutName(answer);
}

/**
 * Removes a receiver from the merchant's list. Orders that were shared before stay as they are.
 *
 * @throws IntegrationError as `addReceiver`
 */
export async function deleteReceiver(
	account: WechatPayAccount,
	{ appid, type, account: receiver }: Receiver & { appid: string },
	context: HttpCallContext,
): Promise<JsonObject> {
	requireSide(account, 'mainland');
	const body = JSON.stringify({ appid, type, account: receiver });
	const target = '/v3/profitsharing/receivers/delete';
	return withoutName(await callWechatPay(account, { method: 'POST', target, body }, context));
}

const withoutName = (answer: JsonObject): JsonObject =>
	Object.fromEntries(Object.entries(answer).filter(([field]) => field !== 'name'));

const invalid = (): IntegrationError =>
	new IntegrationError({
		code: 'WECHAT_RECEIVER_INVALID',
		message: 'The receiver has no account, or a merchant has no name.',
		likelyCause: 'A field is empty.',
		nextStep:
			'Enter the OpenID of a person, or merchant number and full company name of a merchant.',
	});
