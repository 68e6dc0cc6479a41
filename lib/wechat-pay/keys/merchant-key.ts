import forge from 'node-forge';
import { createPrivateKey, X509Certificate, type KeyObject, sign } from 'node:crypto';

import { credentialError } from '../../core/errors';
import { decodeBase64, findPemBlocks, normaliseSerial, restoreLineBreaks } from './encoding';
import type { WechatPayAccount } from './account';
import { SIGNATURE_TYPE } from './signature';

export interface MerchantKey {
	privateKey: KeyObject;
	/** Serial of the merchant API certificate, where the pasted text holds the certificate too. */
	certificateSerial?: string;
	/** When that certificate expires, milliseconds since 1970. */
	certificateEnd?: number;
}

/**
 * The merchant's private key from what was pasted: PEM in any shape (`apiclient_key.pem`, PKCS#8 or
 * PKCS#1) or the base64 text of `apiclient_cert.p12`.
 *
 * @param passphrase of the PKCS#12 file; WeChat sets it to the merchant id
 * @throws IntegrationError `WECHAT_PRIVATE_KEY_…`, which says what the text is instead
 */
export function readMerchantKey(pasted: string, passphrase: string): MerchantKey {
	if (pasted.trim() === '') throw problem('EMPTY', 'It is empty.');
	const blocks = findPemBlocks(pasted);
	if (blocks.length === 0) return fromBase64(pasted, passphrase);
	const key = blocks.find(({ label }) => label === 'PRIVATE KEY' || label === 'RSA PRIVATE KEY');
	const certificates = blocks.filter(({ label }) => label === 'CERTIFICATE').map(({ pem }) => pem);
	if (key) return withCertificate(rsaKey(key.pem), certificates);
	if (blocks.some(({ label }) => label === 'ENCRYPTED PRIVATE KEY')) {
		throw problem('ENCRYPTED', 'It is protected by a passphrase.');
	}
	throw certificates.length > 0
		? problem('IS_CERTIFICATE', 'It is a certificate.')
		: problem('IS_PUBLIC', 'It is a public key.');
}

/** Serial of a PEM certificate, in hex, as WeChat Pay writes it. */
export function certificateSerial(pem: string): string {
	return normaliseSerial(new X509Certificate(pem).serialNumber);
}

function fromBase64(pasted: string, passphrase: string): MerchantKey {
	const der = decodeBase64(restoreLineBreaks(pasted).replace(/\s+/g, ''));
	if (!der) throw problem('UNREADABLE', 'It is neither PEM nor base64 text.');
	const store = openPkcs12(der, passphrase);
	if (store) return fromPkcs12(store);
	for (const type of ['pkcs8', 'pkcs1'] as const) {
		try {
			return withCertificate(rsaKey({ key: der, format: 'der', type }), []);
		} catch {
			// The other type is left to try.
		}
	}
	throw problem('UNREADABLE', 'It is neither a key nor a PKCS#12 file.');
}

/** @returns undefined when the bytes are something else than a PKCS#12 file */
function openPkcs12(der: Buffer, passphrase: string): forge.pkcs12.Pkcs12Pfx | undefined {
	try {
		const asn1 = forge.asn1.fromDer(forge.util.createBuffer(der.toString('binary')));
		return forge.pkcs12.pkcs12FromAsn1(asn1, passphrase);
	} catch (error) {
		if (!String(error).includes('Invalid password')) return undefined;
		throw problem('PASSPHRASE', 'The PKCS#12 file does not open with this passphrase.');
	}
}

function fromPkcs12(store: forge.pkcs12.Pkcs12Pfx): MerchantKey {
	const { pkcs8ShroudedKeyBag = '', keyBag = '', certBag = '' } = forge.pki.oids;
	const bags = (type: string) => store.getBags({ bagType: type })[type] ?? [];
	const key = [...bags(pkcs8ShroudedKeyBag), ...bags(keyBag)].find((bag) => bag.key)?.key;
	if (!key) throw problem('UNREADABLE', 'The PKCS#12 file contains no private key.');
	const certificates = bags(certBag).flatMap(({ cert }) =>
		cert ? [forge.pki.certificateToPem(cert)] : [],
	);
	return withCertificate(rsaKey(forge.pki.privateKeyToPem(key)), certificates);
}

function rsaKey(input: Parameters<typeof createPrivateKey>[0]): KeyObject {
	let key: KeyObject;
	try {
		key = createPrivateKey(input);
	} catch {
		throw problem('UNREADABLE', 'It is damaged: a part of it is missing or changed.');
	}
	if (key.asymmetricKeyType !== 'rsa') throw problem('NOT_RSA', 'It is not an RSA key.');
	return key;
}

/** Files often hold the certificates of a whole chain: the key's own is the one it fits. */
function withCertificate(privateKey: KeyObject, certificates: string[]): MerchantKey {
	for (const pem of certificates) {
		try {
			const certificate = new X509Certificate(pem);
			if (!certificate.checkPrivateKey(privateKey)) continue;
			return {
				privateKey,
				certificateSerial: normaliseSerial(certificate.serialNumber),
				certificateEnd: Date.parse(certificate.validTo),
			};
		} catch {
			// A damaged certificate beside a sound key is no reason to refuse the key.
		}
	}
	return { privateKey };
}

function problem(kind: string, message: string) {
	return credentialError('Private Key', `WECHAT_PRIVATE_KEY_${kind}`, message, {
		likelyCause: 'Another file of the certificate package was pasted, or only a part of it.',
		nextStep:
			'Paste the whole text of apiclient_key.pem, from -----BEGIN to -----END, or the base64 text of apiclient_cert.p12 with its passphrase (the merchant id unless it was changed).',
	});
}

/** The account that signs a request. */
type Signer = Pick<WechatPayAccount, 'mchid' | 'merchantSerial' | 'privateKey'>;

export interface RequestToSign {
	method: string;
	/** Path and query, percent-encoded exactly as sent. */
	target: string;
	/** Exactly as sent; empty for GET. */
	body: string;
	/** Unix seconds. */
	timestamp: number;
	/** Random text, up to 32 characters. */
	nonce: string;
}

/** Base64 RSA PKCS#1 v1.5 SHA-256 signature of a text. */
export function signText(text: string, privateKey: KeyObject): string {
	return sign('sha256', Buffer.from(text), privateKey).toString('base64');
}

/** The value of `Authorization` for an APIv3 request (WeChat Pay APIv3, generating a signature). */
export function authorizationHeader(request: RequestToSign, signer: Signer): string {
	const { method, target, timestamp, nonce, body } = request;
	const signed = [method, target, timestamp, nonce, body].map((line) => `${line}\n`).join('');
	const signature = signText(signed, signer.privateKey);
	return `${SIGNATURE_TYPE} mchid="${signer.mchid}",nonce_str="${nonce}",timestamp="${timestamp}",serial_no="${signer.merchantSerial}",signature="${signature}"`;
}
