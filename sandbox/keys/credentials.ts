import { createPublicKey, generateKeyPair, randomBytes, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

import { issueCertificate, packPkcs12 } from './certificates';
import { DIGITS, randomText, type RandomSource } from '../core/random';

/** One of WeChat's signing keys, with what a merchant is given to check it. */
export interface SigningKey {
	/** Value of `Wechatpay-Serial`. */
	id: string;
	/** Certificate or public key. */
	pem: string;
	privateKey: KeyObject;
}

export interface PlatformCertificate extends SigningKey {
	validFrom: Date;
	validTo: Date;
}

/** Everything that WeChat and one merchant hold. */
export interface Credentials {
	mchid: string;
	authorityPem: string;
	authorityKey: KeyObject;
	platformCertificate: PlatformCertificate;
	publicKey: SigningKey;
	merchantSerialNo: string;
	merchantCertificatePem: string;
	merchantPrivateKeyPem: string;
	merchantPkcs12Base64: string;
}

const FIVE_YEARS_MS = 5 * 365 * 24 * 3600 * 1000;
const DAY_MS = 24 * 3600 * 1000;

const rsaKey = async (): Promise<KeyObject> =>
	(await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })).privateKey;

/** 40 hex digits; the first is 4 to 7, so that the number is positive and fills all 20 bytes. */
function serialNumber(random: RandomSource): string {
	const bytes = Buffer.from(random(20));
	bytes.writeUInt8((bytes.readUInt8(0) & 0x3f) | 0x40, 0);
	return bytes.toString('hex').toUpperCase();
}

/**
 * Issues fresh RSA-2048 keys and certificates for one merchant: about half a second.
 *
 * @param merchantValidTo end of the merchant's certificate: in five years
 */
export async function issueCredentials(
	mchid: string,
	nowMs: number = Date.now(),
	random: RandomSource = randomBytes,
	merchantValidTo?: Date,
): Promise<Credentials> {
	const [authorityKey, platformKey, publicModeKey, merchantKey] = await Promise.all([
		rsaKey(),
		rsaKey(),
		rsaKey(),
		rsaKey(),
	]);
	const validity = validityFrom(nowMs);
	const authorityPem = issueCertificate({
		...validity,
		serialNo: serialNumber(random),
		commonName: 'Tenpay.com Root CA',
		organization: 'Sandbox',
		key: authorityKey,
	});
	const issue = holderIssuer({ authorityPem, authorityKey }, nowMs, random);
	const platform = issue('Tenpay.com sign', platformKey);
	const merchant = issue(mchid, merchantKey, merchantValidTo);
	return {
		mchid,
		authorityPem,
		authorityKey,
		platformCertificate: { ...validity, ...platform, privateKey: platformKey },
		publicKey: {
			id: `PUB_KEY_ID_${randomText(random, 34, DIGITS)}`,
			pem: createPublicKey(publicModeKey).export({ type: 'spki', format: 'pem' }).toString(),
			privateKey: publicModeKey,
		},
		merchantSerialNo: merchant.id,
		merchantCertificatePem: merchant.pem,
		merchantPrivateKeyPem: merchantKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
		merchantPkcs12Base64: packPkcs12(merchant.pem, merchantKey, mchid),
	};
}

/** One more certificate of WeChat's, from the same authority. */
export async function issuePlatformCertificate(
	authority: Authority,
	nowMs: number,
	random: RandomSource,
): Promise<PlatformCertificate> {
	const privateKey = await rsaKey();
	const certificate = holderIssuer(authority, nowMs, random)('Tenpay.com sign', privateKey);
	return { ...validityFrom(nowMs), ...certificate, privateKey };
}

/** What a merchant gets when it applies for another certificate. */
export interface MerchantCertificate {
	serialNo: string;
	certificatePem: string;
	/** PKCS#8. */
	privateKeyPem: string;
}

/** One more certificate of the merchant's, from the same authority. */
export async function issueMerchantCertificate(
	{ mchid, ...authority }: Authority & Pick<Credentials, 'mchid'>,
	nowMs: number,
	random: RandomSource,
): Promise<MerchantCertificate> {
	const key = await rsaKey();
	const { id, pem } = holderIssuer(authority, nowMs, random)(mchid, key);
	const privateKeyPem = key.export({ type: 'pkcs8', format: 'pem' }).toString();
	return { serialNo: id, certificatePem: pem, privateKeyPem };
}

type Authority = Pick<Credentials, 'authorityPem' | 'authorityKey'>;

const validityFrom = (nowMs: number): { validFrom: Date; validTo: Date } => ({
	validFrom: new Date(nowMs - DAY_MS),
	validTo: new Date(nowMs + FIVE_YEARS_MS),
});

/** Issues certificates to those who are no authority. */
function holderIssuer(
	{ authorityPem, authorityKey }: Authority,
	nowMs: number,
	random: RandomSource,
): (commonName: string, key: KeyObject, validTo?: Date) => { id: string; pem: string } {
	return (commonName, key, validTo) => {
		const id = serialNumber(random);
		const holder = { commonName, organization: 'Sandbox', key, serialNo: id };
		const issuer = { certificatePem: authorityPem, key: authorityKey };
		const validity = { ...validityFrom(nowMs), ...(validTo ? { validTo } : {}) };
		return { id, pem: issueCertificate({ ...validity, ...holder }, issuer) };
	};
}
