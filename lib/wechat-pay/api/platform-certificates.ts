import { X509Certificate } from 'node:crypto';

import { IntegrationError } from '../../core/errors';
import type { HttpCallContext } from '../../core/http';
import { asObject, parseObject, type JsonObject } from '../../core/json';
import type { VerificationKeys, WechatPayAccount } from '../keys/account';
import { decryptResource, readEncrypted } from '../keys/cipher';
import { isPublicKeyId, normaliseSerial } from '../keys/encoding';
import { crossBorder, isCrossBorder } from '../keys/region';
import { verifySignature } from '../keys/signature';
import { API_SECURITY } from '../merchant-platform';
import { responseUnproved, signedRequest, unixSeconds } from './client';
import type { PlatformCertificate } from './key-ring';
import { refusalCode, refusalError, type Refusal } from './refusal';

/** Path of the platform certificates. */
export const certificatesTarget = (account: WechatPayAccount): string =>
	isCrossBorder(account) ? `${crossBorder(account)}/certificates` : '/v3/certificates';

/**
 * WeChat Pay's valid platform certificates. The list is verified with a known key. The first list may be
 * verified with a certificate in the list itself, which nobody without the APIv3 key can have encrypted
 * (WeChat Pay APIv3, platform certificates); so may a later one that also lists a known certificate:
 * otherwise a list signed with the newest certificate could never be accepted.
 *
 * @param first true until a download has succeeded
 * @throws IntegrationError `WECHAT_NO_CERTIFICATES`, `WECHAT_REFUSED`, `WECHAT_RESPONSE_UNPROVED`,
 * `WECHAT_CERTIFICATES_UNREADABLE`, `WECHAT_DECRYPTION_FAILED` or `HTTP_…`
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
		verifySignature(headers, body, keys, now);
	} catch (error) {
		throw error instanceof IntegrationError ? responseUnproved(error) : error;
	}
	return listed.filter(({ expires }) => expires > now);
}

/** How long a platform certificate is still valid. */
export interface CertificateDays {
	serial: string;
	/** ISO 8601. */
	expires: string;
	/** Whole days. */
	days_left: number;
}

const DAY_S = 86_400;

/**
 * The remaining days of the platform certificates. A merchant that uses WeChat Pay's public key has none:
 * the key does not expire.
 *
 * @throws IntegrationError as `downloadCertificates` does
 */
export async function certificateDays(
	account: WechatPayAccount,
	context: HttpCallContext,
): Promise<CertificateDays[]> {
	const known = account.verificationKeys;
	const now = unixSeconds(context);
	const hasPublicKey = [...known.keys()].some(isPublicKeyId);
	const list = await downloadCertificates(account, known, known.size === 0, context).catch(
		(error: unknown) => {
			const none = error instanceof IntegrationError && error.code === 'WECHAT_NO_CERTIFICATES';
			if (hasPublicKey && none) return [];
			throw error;
		},
	);
	return list.map(({ serial, expires }) => ({
		serial,
		expires: new Date(expires * 1000).toISOString(),
		days_left: Math.floor((expires - now) / DAY_S),
	}));
}

function readList({ data }: JsonObject, { apiV3Key }: WechatPayAccount): PlatformCertificate[] {
	const entries = Array.isArray(data) ? data.map(asObject) : [];
	if (entries.length === 0) throw unreadable('It is empty.');
	return entries.map((entry) => {
		const pem = decryptResource(readEncrypted(entry?.['encrypt_certificate']), apiV3Key);
		return readCertificate(pem);
	});
}

function readCertificate(pem: string): PlatformCertificate {
	let certificate: X509Certificate;
	try {
		certificate = new X509Certificate(pem);
	} catch {
		throw unreadable('One of them is not an X.509 certificate.');
	}
	const { publicKey: key, serialNumber, validTo } = certificate;
	if (key.asymmetricKeyType !== 'rsa') throw unreadable('One of them has no RSA key.');
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

/** A merchant that uses WeChat Pay's public key has no certificates. */
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
