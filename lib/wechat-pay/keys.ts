import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import forge from 'node-forge';

import { decodeBase64 } from './base64';
import { credentialError } from './credential-error';
import { findPemBlocks, restoreLineBreaks } from './pem';
import { normaliseSerial } from './serial';

export interface MerchantKey {
	privateKey: KeyObject;
	/** Serial of the merchant API certificate, where the pasted text holds the certificate too. */
	certificateSerial?: string;
}

/**
 * The merchant's private key from what was pasted: PEM in any shape (`apiclient_key.pem`, PKCS#8 or
 * PKCS#1) or the base64 text of `apiclient_cert.p12`.
 *
 * @param passphrase of the PKCS#12 file; WeChat sets it to the merchant id
 * @throws IntegrationError `WECHAT_PRIVATE_KEY_…`, which says what the text is instead
 */
export function readMerchantKey(pasted: string, passphrase: string): MerchantKey {
	if (pasted.trim() === '') throw problem('EMPTY', 'The private key is empty.');
	const blocks = findPemBlocks(pasted);
	const key = blocks.find(({ label }) => label === 'PRIVATE KEY' || label === 'RSA PRIVATE KEY');
	const certificate = blocks.find(({ label }) => label === 'CERTIFICATE');
	if (key)
		return withSerial(toKeyObject(key.pem), certificate && certificateSerial(certificate.pem));
	if (blocks.some(({ label }) => label === 'ENCRYPTED PRIVATE KEY')) {
		throw problem('ENCRYPTED', 'The private key is protected by a passphrase of its own.');
	}
	if (certificate)
		throw problem('IS_CERTIFICATE', 'A certificate stands where the private key belongs.');
	if (blocks.length > 0)
		throw problem('IS_PUBLIC', 'A public key stands where the private key belongs.');
	return fromBase64(pasted, passphrase);
}

/** Serial of a PEM certificate, in hex, as WeChat Pay writes it. */
export function certificateSerial(pem: string): string {
	return normaliseSerial(new X509Certificate(pem).serialNumber);
}

function fromBase64(pasted: string, passphrase: string): MerchantKey {
	const der = decodeBase64(restoreLineBreaks(pasted).replace(/\s+/g, ''));
	if (!der) throw problem('UNREADABLE', 'The private key is neither PEM nor base64 text.');
	for (const type of ['pkcs8', 'pkcs1'] as const) {
		try {
			return withSerial(createPrivateKey({ key: der, format: 'der', type }), undefined);
		} catch {
			// Not this one: the last possibility is PKCS#12.
		}
	}
	return fromPkcs12(der, passphrase);
}

function fromPkcs12(der: Buffer, passphrase: string): MerchantKey {
	let store: forge.pkcs12.Pkcs12Pfx;
	try {
		const asn1 = forge.asn1.fromDer(forge.util.createBuffer(der.toString('binary')));
		store = forge.pkcs12.pkcs12FromAsn1(asn1, passphrase);
	} catch (error) {
		throw String(error).includes('Invalid password')
			? problem('PASSPHRASE', 'The PKCS#12 file does not open with this passphrase.')
			: problem('UNREADABLE', 'The private key is neither a key nor a PKCS#12 file.');
	}
	const bags = (type: string) => store.getBags({ bagType: type })[type] ?? [];
	const { pkcs8ShroudedKeyBag = '', keyBag = '', certBag = '' } = forge.pki.oids;
	const key = [...bags(pkcs8ShroudedKeyBag), ...bags(keyBag)][0]?.key;
	if (!key) throw problem('UNREADABLE', 'The PKCS#12 file holds no private key.');
	const serial = bags(certBag)[0]?.cert?.serialNumber;
	return withSerial(toKeyObject(forge.pki.privateKeyToPem(key)), serial && normaliseSerial(serial));
}

function toKeyObject(pem: string): KeyObject {
	try {
		const key = createPrivateKey(pem);
		if (key.asymmetricKeyType === 'rsa') return key;
	} catch {
		throw problem('UNREADABLE', 'The private key is damaged: a part of it is missing or changed.');
	}
	throw problem('NOT_RSA', 'The private key is not an RSA key.');
}

function withSerial(privateKey: KeyObject, serial: string | undefined): MerchantKey {
	return serial ? { privateKey, certificateSerial: serial } : { privateKey };
}

function problem(kind: string, message: string) {
	return credentialError('Private Key', `WECHAT_PRIVATE_KEY_${kind}`, message, {
		likelyCause: 'Another file of the certificate package was pasted, or only a part of it.',
		nextStep:
			'Paste the whole text of apiclient_key.pem, from -----BEGIN to -----END, or the base64 text of apiclient_cert.p12 with its passphrase (the merchant id unless it was changed).',
	});
}
