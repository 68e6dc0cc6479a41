import type { HttpCallContext } from '../../core/http';
import { X509Certificate, type KeyObject } from 'node:crypto';

import { IntegrationError } from '../../core/errors';
import { asObject, type JsonObject, parseObject } from '../../core/json';
import type { WechatPayAccount } from '../keys/account';
import { decryptResource } from '../keys/cipher';
import { responseUnproved, signedRequest, unixSeconds } from './client';
import { certificatesTarget } from './endpoints';
import { API_SECURITY } from '../merchant-platform';
import { refusalCode, refusalError, type Refusal } from './refusal';
import { normaliseSerial } from '../keys/encoding';
import { verifySignature } from '../keys/signature';
import type { VerificationKeys } from '../keys/account';

export interface PlatformCertificate {
	serial: string;
	key: KeyObject;
	/** Unix seconds. */
	expires: number;
}

/**
 * WeChat Pay's platform certificates that are valid now. The list is proved by a key already known. The first
 * one may be proved by a certificate in the list itself, which nobody without the APIv3 key could have
 * encrypted (WeChat Pay APIv3, platform certificates); so may a later one that also lists a certificate
 * already known: otherwise a list signed with the newest certificate could never be taken.
 *
 * @param first true while nothing was downloaded
 * @throws IntegrationError `WECHAT_NO_CERTIFICATES`, `WECHAT_REFUSED`, `WECHAT_RESPONSE_UNPROVED`, `WECHAT_CERTIFICATES_UNREADABLE`, `WECHAT_DECRYPTION_FAILED` or `HTTP_…`
 */
export async function downloadCertificates(
	account: WechatPayAccount,
	known: VerificationKeys,
	first: boolean,
	context: HttpCallContext,
): Promise<PlatformCertificate[]> {
	const now = unixSeconds(context);
	const call = { method: 'GET' as const, target: certificatesTarget(account) };
	const request = signedRequest({ ...account, verificationKeys: known }, call, now);
	const { status, headers, body } = await context.send(request);
	const parsed = parseObject(body) ?? {};
	if (status !== 200) throw refused({ status, headers, body: parsed });
	const listed = readList(parsed, account);
	const continued = listed.some(({ serial, key }) => known.get(serial)?.equals(key));
	const keys =
		first || continued
			? new Map([...known, ...listed.map(({ serial, key }) => [serial, key] as const)])
			: known;
	try {
		verifySignature(headers, body, keys, unixSeconds(context));
	} catch (error) {
		throw error instanceof IntegrationError ? responseUnproved(error) : error;
	}
	return listed.filter(({ expires }) => expires > unixSeconds(context));
}

function readList({ data }: JsonObject, { apiV3Key }: WechatPayAccount): PlatformCertificate[] {
	const entries = Array.isArray(data) ? data.map(asObject) : [];
	if (entries.length === 0) throw unreadable('It lists none.');
	return entries.map((entry) => {
		const sealed = asObject(entry?.['encrypt_certificate']) ?? {};
		const text = (name: string) => String(sealed[name] ?? '');
		const pem = decryptResource(
			{
				algorithm: text('algorithm'),
				ciphertext: text('ciphertext'),
				nonce: text('nonce'),
				associated_data: text('associated_data'),
			},
			apiV3Key,
		);
		return readCertificate(pem);
	});
}

function readCertificate(pem: string): PlatformCertificate {
	let certificate: X509Certificate;
	try {
		certificate = new X509Certificate(pem);
	} catch {
		throw unreadable('One of them is no X.509 certificate.');
	}
	const { publicKey: key, serialNumber, validTo } = certificate;
	if (key.asymmetricKeyType !== 'rsa') throw unreadable('One of them holds no RSA key.');
	return { serial: normaliseSerial(serialNumber), key, expires: Date.parse(validTo) / 1000 };
}

function unreadable(message: string): IntegrationError {
	return new IntegrationError({
		code: 'WECHAT_CERTIFICATES_UNREADABLE',
		message: `WeChat Pay's list of platform certificates cannot be used. ${message}`,
		likelyCause: 'WeChat Pay has changed the form of the list.',
		nextStep: 'Paste the platform certificates into Verification Keys until this is solved.',
	});
}

/** Once a merchant has moved to WeChat Pay's public key, there are no certificates to list. */
function refused(answer: Refusal): IntegrationError {
	const error = refusalError(answer);
	if (refusalCode(answer) !== 'RESOURCE_NOT_EXISTS') return error;
	return new IntegrationError({
		code: 'WECHAT_NO_CERTIFICATES',
		message: error.message,
		likelyCause: 'WeChat Pay signs for this merchant with its public key alone.',
		nextStep: `Paste the public key, with its ID in the line before it, into Verification Keys: ${API_SECURITY} → WeChat Pay Public Key (微信支付公钥).`,
	});
}
