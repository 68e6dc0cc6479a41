import { credentialError } from '../../core/errors';
import { API_SECURITY, MERCHANT_INFO } from '../merchant-platform';
import type { VerificationKeys, WechatPayAccount, WechatPayCredential } from './account';
import { readApiV3Key } from './cipher';
import { isPublicKeyId, normaliseSerial } from './encoding';
import { readMerchantKey } from './merchant-key';
import { baseUrl } from './region';
import { readVerificationKeys } from './verification-keys';

/**
 * Parses and checks everything that can be checked without asking WeChat.
 *
 * @throws IntegrationError whose message begins with the name of the wrong field
 */
export function openAccount(credential: WechatPayCredential): WechatPayAccount {
	const mchid = credential.mchid.trim();
	if (!/^\d{6,12}$/.test(mchid)) {
		throw credentialError('Merchant ID', 'WECHAT_MCHID_INVALID', 'It is not 8 to 10 digits.', {
			likelyCause: 'An App ID or the login name was pasted.',
			nextStep: `Copy the merchant ID (商户号) from ${MERCHANT_INFO}.`,
		});
	}
	const merchantSerial = normaliseSerial(credential.merchantSerial.replace(/\s/g, ''));
	const key = readMerchantKey(credential.privateKey, credential.passphrase || mchid);
	checkSerial(merchantSerial, key.certificateSerial);
	const automatic = credential.platformRefresh === 'automatic';
	const pasted = credential.verificationKeys.trim();
	const merchant = { serial: merchantSerial, privateKey: key.privateKey };
	const verificationKeys =
		automatic && pasted === '' ? new Map() : readVerificationKeys(pasted, merchant);
	return {
		mchid,
		merchantSerial,
		merchantCertificateEnd: key.certificateEnd ?? notedEnd(credential.merchantValidUntil),
		privateKey: key.privateKey,
		apiV3Key: readApiV3Key(credential.apiV3Key),
		verificationKeys,
		region: credential.region,
		paths: credential.paths,
		baseUrl: baseUrl(credential),
		...(credential.apiV2Key?.trim() ? { apiV2Key: credential.apiV2Key.trim() } : {}),
		apiV2SignType: credential.apiV2SignType ?? 'MD5',
		downloadsCertificates: automatic && !hasOnlyPublicKeys(verificationKeys),
	};
}

/** The certificate itself says it better, where it was pasted. */
function notedEnd(day = ''): number | undefined {
	const end = Date.parse(day.trim());
	return Number.isNaN(end) ? undefined : end;
}

function checkSerial(entered: string, inCertificate: string | undefined): void {
	const message = !/^[0-9A-F]{8,40}$/.test(entered)
		? 'It is not a hexadecimal number, as certificate serials are.'
		: inCertificate && inCertificate !== normaliseSerial(entered)
			? 'It is not the serial of the certificate that was pasted with the private key.'
			: undefined;
	if (!message) return;
	throw credentialError('Merchant Certificate Serial', 'WECHAT_MERCHANT_SERIAL_INVALID', message, {
		likelyCause: 'The id of another certificate or key was pasted, or the certificate was renewed.',
		nextStep: `Copy the serial number from ${API_SECURITY} → API Certificate (API证书) → Manage (管理证书).`,
	});
}

/** A merchant with public keys alone has no platform certificates to download. */
function hasOnlyPublicKeys(keys: VerificationKeys): boolean {
	return keys.size > 0 && [...keys.keys()].every(isPublicKeyId);
}
