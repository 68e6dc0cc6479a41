/** One PEM block found in a pasted text. */
export interface PemBlock {
	/** What stands after BEGIN, e.g. `PRIVATE KEY`. */
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

/** Turns the two letters `\n` (and `\r`) into the line break that they stand for. */
export function restoreLineBreaks(pasted: string): string {
	return pasted.replace(/\\r/g, '').replace(/\\n/g, '\n');
}
