import { constants, privateDecrypt, type KeyObject } from 'node:crypto';

/** Opens RSA-OAEP with SHA-1. @param base64 of the field. @throws Error */
export function openOaep(key: KeyObject, base64: string): string {
	const padding = constants.RSA_PKCS1_OAEP_PADDING;
	const sealed = Buffer.from(base64, 'base64');
	return privateDecrypt({ key, padding, oaepHash: 'sha1' }, sealed).toString();
}

/**
 * Opens RSAES-PKCS1-v1_5: `00 02`, at least 8 bytes that are not 0, `00`, the text (RFC 8017, 7.2.2). Read by hand,
 * since some versions of Node refuse this padding.
 *
 * @throws Error
 */
export function openPkcs1(key: KeyObject, base64: string): string {
	const padding = constants.RSA_NO_PADDING;
	const block = privateDecrypt({ key, padding }, Buffer.from(base64, 'base64'));
	const end = block.indexOf(0, 2);
	if (block[0] !== 0 || block[1] !== 2 || end < 10) throw new Error('No RSAES-PKCS1-v1_5');
	return block.subarray(end + 1).toString();
}
