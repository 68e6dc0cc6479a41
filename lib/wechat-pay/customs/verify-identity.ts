import { IntegrationError } from '../../core/errors';
import type { HttpCallContext } from '../../core/http';
import type { OrderKey } from '../api/endpoints';
import type { WechatPayAccount } from '../keys/account';
import { fieldEncryption } from '../keys/encrypt-field';
import { isCrossBorder } from '../keys/region';
import type { PartNumber } from './customs-transport';
import { declarableOrder } from './declarable-order';
import { normalIdentity, type BuyerIdentity, type CustomsOffice } from './declaration';
import { send } from './global-customs';

export interface IdentityCheck {
	mchid: string;
	out_trade_no: string;
	transaction_id: string;
	sub_order_no?: string;
	/** `SAME`, `DIFFERENT`, or `UNCHECKED` while WeChat Pay does not know. */
	certificate_check_result: string;
	verify_department?: string;
	verify_department_trade_id?: string;
}

/**
 * Asks WeChat Pay whether a buyer is the person who paid. The order has to be declared before. The identity travels
 * encrypted, and appears nowhere else.
 *
 * @throws IntegrationError `WECHAT_CUSTOMS_IDENTITY_IN_DECLARE` on the mainland, `WECHAT_CUSTOMS_IDENTITY_INVALID`,
 * `WECHAT_NO_ENCRYPTION_KEY`, `WECHAT_CUSTOMS_REFUSED`, and those of `declarableOrder`
 */
export async function verifyIdentity(
	account: WechatPayAccount,
	key: OrderKey,
	office: CustomsOffice,
	part: PartNumber,
	buyer: BuyerIdentity,
	context: HttpCallContext,
): Promise<IdentityCheck> {
	if (!isCrossBorder(account)) throw inDeclare();
	const identity = checkedIdentity(buyer);
	const { appid, out_trade_no, transaction_id } = await declarableOrder(account, key, context);
	const { serial, encrypt } = fieldEncryption(account, 'pkcs1');
	const { mchid } = account;
	const body = JSON.stringify({
		appid,
		mchid,
		out_trade_no,
		transaction_id,
		...office,
		...(part && { sub_order_no: part }),
		certificate_type: 'IDCARD',
		certificate_id: encrypt(identity.certificate_id),
		certificate_name: encrypt(identity.certificate_name),
	});
	const target = '/v3/global/customs/verify-certificate';
	const call = { method: 'POST' as const, target, body, encryptedFor: serial };
	const answer = await send(account, call, context);
	const text = (name: string) => {
		const value = answer[name];
		return typeof value === 'string' && value ? { [name]: value } : {};
	};
	return {
		mchid,
		out_trade_no,
		transaction_id,
		...(part && { sub_order_no: part }),
		...text('verify_department'),
		...text('verify_department_trade_id'),
		// A sample of WeChat's writes it in other cases.
		certificate_check_result: String(answer['certificate_check_result'] ?? '').toUpperCase(),
	};
}

/** @throws IntegrationError `WECHAT_CUSTOMS_IDENTITY_INVALID`, which does not repeat the identity */
export function checkedIdentity(buyer: BuyerIdentity): BuyerIdentity {
	const identity = normalIdentity(buyer);
	const isCard = /^\d{17}[\dX]$/.test(identity.certificate_id);
	if (isCard && identity.certificate_name) return identity;
	throw new IntegrationError({
		code: 'WECHAT_CUSTOMS_IDENTITY_INVALID',
		message: isCard ? 'The name is empty.' : 'The ID number is not that of a mainland ID card.',
		likelyCause: 'The field is empty, or holds a passport: customs takes mainland ID cards only.',
		nextStep: 'Ask the buyer for the name and the 18 characters of the ID card of the payer.',
	});
}

const inDeclare = (): IntegrationError =>
	new IntegrationError({
		code: 'WECHAT_CUSTOMS_IDENTITY_IN_DECLARE',
		message: 'On the mainland, WeChat Pay checks an identity only as part of a declaration.',
		likelyCause: 'The credential belongs to a mainland merchant.',
		nextStep: 'Enter the identity in Declare. Its output says whether it is that of the payer.',
	});
