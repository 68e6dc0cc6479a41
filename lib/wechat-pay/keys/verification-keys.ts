import { createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';

import { credentialError, type IntegrationError } from '../../core/errors';
import { API_SECURITY } from '../merchant-platform';
import type { VerificationKeys } from './account';
import {
	decodeBase64,
	findPemBlocks,
	normaliseSerial,
	restoreLineBreaks,
	wrapPem,
	type PemBlock,
} from './encoding';

/** The merchant's own certificate and key, to detect when they were pasted in place of WeChat Pay's. */
export interface MerchantSide {
	serial: string;
	privateKey: KeyObject;
}

/** Characters that nobody sees, and that editors and chat programs put into what is copied. */
const INVISIBLE = /\p{Cf}/gu;

/** Left alone, an invisible character would cut an ID in two, and the key would never be found. */
function refuseInvisible(pasted: string): void {
	for (const line of restoreLineBreaks(pasted).split('\n')) {
		const seen: string[] = line.match(KEY_ID) ?? [];
		const meant = line.replace(INVISIBLE, '').match(KEY_ID) ?? [];
		if (meant.every((id) => seen.includes(id))) continue;
		const names = [...line.matchAll(INVISIBLE)].map(([character]) => unicodeName(character));
		throw problem(
			'INVISIBLE',
			`An ID has an invisible character in it: ${[...new Set(names)].join(', ')}.`,
		);
	}
}

const unicodeName = (character: string): string =>
	`U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Base64 of public keys without BEGIN and END, each after its ID. */
function withoutHeaders(pasted: string): PemBlock[] {
	const keys = restoreLineBreaks(pasted).matchAll(
		/(PUB_KEY_ID_[0-9A-Z]+)[\s:=,;]+([A-Za-z0-9+/\s]+={0,2})/gi,
	);
	return [...keys].flatMap(([, before = '', body = '']) => {
		const base64 = body.replace(/\s+/g, '');
		const isDer = decodeBase64(base64)?.[0] === 0x30;
		return isDer ? [{ label: 'PUBLIC KEY', pem: wrapPem('PUBLIC KEY', base64), before }] : [];
	});
}

const KEY_ID = /PUB_KEY_ID_[0-9A-Z]+/gi;

/**
 * Reads the credential's list of keys that verify WeChat Pay's signatures: any number of PEM blocks.
 * A certificate brings its serial along; a public key is called by the `PUB_KEY_ID_…` before it.
 *
 * @throws IntegrationError `WECHAT_VERIFICATION_KEY_…` when a block is not one of the two
 */
export function readVerificationKeys(pasted: string, merchant: MerchantSide): VerificationKeys {
	refuseInvisible(pasted);
	const found = findPemBlocks(pasted);
	const blocks = found.length > 0 ? found : withoutHeaders(pasted);
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

const LABELS = ['CERTIFICATE', 'PUBLIC KEY', 'RSA PUBLIC KEY'];

function readBlock(block: PemBlock): { id: string; key: KeyObject } {
	if (block.label.endsWith('PRIVATE KEY')) {
		throw problem('IS_PRIVATE', 'One of them is a private key.');
	}
	if (!LABELS.includes(block.label)) {
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
		return { id: normaliseSerial(id), key: publicKey(block.pem) };
	} catch {
		throw problem('UNREADABLE', 'A public key is damaged: a part of it is missing or changed.');
	}
}

/** Some tools write the older form of a key (PKCS#1), with or without its own label. */
function publicKey(pem: string): KeyObject {
	try {
		return createPublicKey(pem);
	} catch {
		return createPublicKey(pem.replace(/(BEGIN|END) PUBLIC/g, '$1 RSA PUBLIC'));
	}
}

function problem(kind: string, message: string): IntegrationError {
	return credentialError('Verification Keys', `WECHAT_VERIFICATION_KEY_${kind}`, message, {
		likelyCause:
			"WeChat Pay's own public key (pub_key.pem) or platform certificate belongs here, not a file of the merchant's certificate package.",
		nextStep: `Open ${API_SECURITY} → WeChat Pay Public Key (微信支付公钥), copy its id, and paste the id followed by the whole text of pub_key.pem. Platform certificates are pasted as they are.`,
	});
}
