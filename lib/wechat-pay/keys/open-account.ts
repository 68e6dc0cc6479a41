import { createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';

import { credentialError, type IntegrationError } from '../../core/errors';
import { API_SECURITY, MERCHANT_INFO } from '../merchant-platform';
import type { VerificationKeys, WechatPayAccount, WechatPayCredential } from './account';
import { readApiV3Key } from './cipher';
import { findPemBlocks, isPublicKeyId, normaliseSerial, type PemBlock } from './encoding';
import { readMerchantKey } from './merchant-key';
import { baseUrl } from './region';

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
	const merchantSerial = credential.merchantSerial.replace(/[\s:]/g, '').toUpperCase();
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

/** The merchant's own certificate and key, to detect when they were pasted in place of WeChat Pay's. */
export interface MerchantSide {
	serial: string;
	privateKey: KeyObject;
}

const KEY_ID = /PUB_KEY_ID_[0-9A-Z]+/gi;

/**
 * Reads the credential's list of keys that verify WeChat Pay's signatures: any number of PEM blocks.
 * A certificate brings its serial along; a public key is called by the `PUB_KEY_ID_…` before it.
 *
 * @throws IntegrationError `WECHAT_VERIFICATION_KEY_…` when a block is not one of the two
 */
export function readVerificationKeys(pasted: string, merchant: MerchantSide): VerificationKeys {
	const blocks = findPemBlocks(pasted);
	if (blocks.length === 0) {
		throw problem('MISSING', 'There is no PEM block (-----BEGIN … -----END …) in it.');
	}
	const merchantPublicKey = createPublicKey(merchant.privateKey);
	const keys = new Map<string, KeyObject>();
	for (const block of blocks) {
		const { id, key } = readBlock(block);
		if (id === normaliseSerial(merchant.serial) || key.equals(merchantPublicKey)) {
			throw problem('IS_MERCHANTS', "One of them is the merchant's own certificate or key.");
		}
		if (keys.get(id)?.equals(key) === false) {
			throw problem('TWICE', `Two different keys are called ${id}.`);
		}
		keys.set(id, key);
	}
	return keys;
}

function readBlock(block: PemBlock): { id: string; key: KeyObject } {
	if (block.label.endsWith('PRIVATE KEY')) {
		throw problem('IS_PRIVATE', 'One of them is a private key.');
	}
	if (block.label !== 'CERTIFICATE' && block.label !== 'PUBLIC KEY') {
		throw problem('UNKNOWN', `"${block.label}" is neither a certificate nor a public key.`);
	}
	const found = readPem(block);
	if (found.key.asymmetricKeyType !== 'rsa')
		throw problem('NOT_RSA', 'One of them is not an RSA key.');
	return found;
}

function readPem(block: PemBlock): { id: string; key: KeyObject } {
	try {
		if (block.label === 'CERTIFICATE') {
			const certificate = new X509Certificate(block.pem);
			return { id: normaliseSerial(certificate.serialNumber), key: certificate.publicKey };
		}
	} catch {
		throw problem('UNREADABLE', 'A certificate is damaged: a part of it is missing or changed.');
	}
	const id = block.before.match(KEY_ID)?.at(-1);
	if (!id) throw problem('WITHOUT_ID', 'A public key has no PUB_KEY_ID_… before it.');
	try {
		return { id: normaliseSerial(id), key: createPublicKey(block.pem) };
	} catch {
		throw problem('UNREADABLE', 'A public key is damaged: a part of it is missing or changed.');
	}
}

function problem(kind: string, message: string): IntegrationError {
	return credentialError('Verification Keys', `WECHAT_VERIFICATION_KEY_${kind}`, message, {
		likelyCause:
			"WeChat Pay's own public key (pub_key.pem) or platform certificate belongs here, not a file of the merchant's certificate package.",
		nextStep: `Open ${API_SECURITY} → WeChat Pay Public Key (微信支付公钥), copy its id, and paste the id followed by the whole text of pub_key.pem. Platform certificates are pasted as they are.`,
	});
}
