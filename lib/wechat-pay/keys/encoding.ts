/**
 * Base64 text to bytes, refusing every spelling but the canonical one: Node's own decoder skips
 * what it does not know, so that a changed character could pass unseen.
 *
 * @returns undefined when the text is not canonical base64
 */
export function decodeBase64(text: string): Buffer | undefined {
	const bytes = Buffer.from(text, 'base64');
	// A skipped character shortens the bytes by a group or shifts the padding in the last one.
	const lastGroup = bytes.subarray(bytes.length - (bytes.length % 3 || 3));
	const canonical =
		text.length === Math.ceil(bytes.length / 3) * 4 &&
		text.endsWith(lastGroup.toString('base64')) &&
		!text.includes('-') &&
		!text.includes('_');
	return canonical ? bytes : undefined;
}

/** One PEM block found in a pasted text. */
export interface PemBlock {
	/** The words after BEGIN, e.g. `PRIVATE KEY`. */
	label: string;
	/** The block with its line breaks put right. */
	pem: string;
	/** The text between the block before (or the beginning) and this one. */
	before: string;
}

const BLOCK = /-----\s*BEGIN ([A-Z0-9 ]+?)\s*-----([\s\S]*?)-----\s*END \1\s*-----/g;

/**
 * The PEM blocks of a text in whatever shape a form field has left them: line breaks as `\n` in
 * letters, as spaces, or lost altogether, with or without other text around the blocks.
 */
export function findPemBlocks(pasted: string): PemBlock[] {
	const text = restoreLineBreaks(pasted);
	let end = 0;
	return [...text.matchAll(BLOCK)].map((match) => {
		const [whole, label = '', body = ''] = match;
		const before = text.slice(end, match.index);
		end = match.index + whole.length;
		return { label, pem: wrapPem(label, body), before };
	});
}

/** Base64 of a DER structure, with any white space in it, as a PEM block. */
export function wrapPem(label: string, base64: string): string {
	const lines = base64.replace(/\s+/g, '').match(/.{1,64}/g) ?? [];
	return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** Turns the two letters `\n` (and `\r`) into line breaks. */
export function restoreLineBreaks(pasted: string): string {
	return pasted.replace(/\\r/g, '').replace(/\\n/g, '\n');
}

/**
 * A certificate serial as it is compared: upper case, without the colons and the `serial=` that some tools print
 * and without leading zeros. Ids of WeChat Pay public keys (`PUB_KEY_ID_…`) are only upper-cased.
 */
export function normaliseSerial(serial: string): string {
	const trimmed = serial.trim().toUpperCase();
	return isPublicKeyId(trimmed)
		? trimmed
		: trimmed
				.replace(/^(SERIAL=|0X)+/, '')
				.replace(/:/g, '')
				.replace(/^0+/, '');
}

/** Whether a compared serial is the id of a WeChat Pay public key, not a certificate's. */
export const isPublicKeyId = (serial: string): boolean => serial.startsWith('PUB_KEY_ID_');
