import { credentialError, IntegrationError } from '../../core/errors';
import type { HttpCallContext } from '../../core/http';
import { asObject } from '../../core/json';
import type { WechatPayAccount } from '../keys/account';
import { decryptResource, readEncrypted } from '../keys/cipher';
import { TIMESTAMP_WINDOW_S } from '../keys/signature';
import { API_SECURITY, MERCHANT_INFO } from '../merchant-platform';
import { getSigned, unixSeconds, type WechatPayAnswer } from './client';
import { orderTarget } from './endpoints';
import { certificatesTarget } from './platform-certificates';
import { refusalCode, refusalError } from './refusal';

/** An order number that no shop uses: WeChat's signed "there is none" proves the keys of both sides. */
const NO_SUCH_ORDER = { out_trade_no: 'n8n-credential-test' };

/** Answers to it that prove the keys. A service provider has no orders of its own and may not ask for them. */
const PROOFS = ['ORDER_NOT_EXIST', 'NO_AUTH'];

/** What a check of the credential has shown. */
export interface CheckedAccount {
	/** What could be proved, as a sentence. */
	proved: string;
	/** Seconds that this machine's clock is ahead of WeChat Pay's. From 300 on, notifications are rejected. */
	clock_ahead_seconds: number;
}

/**
 * Asks WeChat Pay for an order that does not exist, and for its certificates, to try every field of the
 * credential.
 *
 * @throws IntegrationError whose message begins with the name of the wrong field
 */
export async function checkAccount(
	account: WechatPayAccount,
	context: HttpCallContext,
): Promise<CheckedAccount> {
	const order = await getSigned(account, orderTarget(account, NO_SUCH_ORDER), context);
	if (order.status !== 200 && !PROOFS.includes(refusalCode(order))) {
		throw refusedField(order, unixSeconds(context));
	}
	if (order.unproved) throw unprovedField(order.unproved);
	const clock_ahead_seconds = unixSeconds(context) - Number(order.headers['wechatpay-timestamp']);
	return { proved: await provedFields(account, context), clock_ahead_seconds };
}

async function provedFields(account: WechatPayAccount, context: HttpCallContext): Promise<string> {
	const certificates = await getSigned(account, certificatesTarget(account), context);
	const list = certificates.status === 200 ? certificates.body['data'] : undefined;
	if (!Array.isArray(list) || list.length === 0) {
		return 'Merchant, private key and verification keys are right. The APIv3 key cannot be tried for this account: the first payment will.';
	}
	for (const entry of list) tryApiV3Key(asObject(entry)?.['encrypt_certificate'], account);
	return 'Merchant, private key, verification keys and APIv3 key are right.';
}

function tryApiV3Key(certificate: unknown, { apiV3Key }: WechatPayAccount): void {
	try {
		decryptResource(readEncrypted(certificate), apiV3Key);
	} catch (error) {
		if (!(error instanceof IntegrationError)) throw error;
		throw credentialError('APIv3 Key', error.code, error.message, error);
	}
}

/** Which field WeChat Pay objects to, from its code, its text and its clock. */
function refusedField(answer: WechatPayAnswer, now: number): IntegrationError {
	const code = refusalCode(answer);
	const said = String(answer.body['message'] ?? '');
	const theirs = Date.parse(answer.headers['date'] ?? '') / 1000;
	if (Math.abs(theirs - now) > TIMESTAMP_WINDOW_S || /timestamp/i.test(said)) return wrongClock();
	if (code === 'MCH_NOT_EXISTS' || /mchid|商户号/i.test(said)) return wrongMerchant();
	if (code !== 'SIGN_ERROR') return refusalError(answer);
	return /序列号|serial/i.test(said) ? wrongSerial() : wrongPrivateKey();
}

function wrongClock(): IntegrationError {
	return credentialError(
		'Clock',
		'WECHAT_CLOCK_WRONG',
		'This machine and WeChat Pay differ by more than 5 minutes.',
		{
			likelyCause: 'The clock of the machine that runs n8n is not synchronised.',
			nextStep: 'Synchronise it (NTP) and test again.',
		},
	);
}

function wrongMerchant(): IntegrationError {
	return credentialError(
		'Merchant ID',
		'WECHAT_MCHID_UNKNOWN',
		'WeChat Pay does not know it, or not together with this certificate.',
		{
			likelyCause: 'The id of another merchant account was entered, or the region is wrong.',
			nextStep: `Compare it with ${MERCHANT_INFO}.`,
		},
	);
}

function wrongSerial(): IntegrationError {
	return credentialError(
		'Merchant Certificate Serial',
		'WECHAT_MERCHANT_SERIAL_UNKNOWN',
		'This merchant has no certificate with this serial number.',
		{
			likelyCause:
				'The certificate was renewed or cancelled, or a platform certificate was entered.',
			nextStep: `Copy the serial number from ${API_SECURITY} → API Certificate (API证书) → Manage (管理证书).`,
		},
	);
}

function wrongPrivateKey(): IntegrationError {
	return credentialError(
		'Private Key',
		'WECHAT_PRIVATE_KEY_WRONG',
		'It does not belong to the certificate with this serial.',
		{
			likelyCause: 'The key of an older certificate or of another merchant was pasted.',
			nextStep: `Paste apiclient_key.pem from the same package as the certificate whose serial is entered. Certificates are at ${API_SECURITY} → API Certificate (API证书).`,
		},
	);
}

function unprovedField(reason: IntegrationError): IntegrationError {
	if (reason.code === 'WECHAT_TIMESTAMP_EXPIRED') return wrongClock();
	return credentialError('Verification Keys', reason.code, reason.message, reason);
}
