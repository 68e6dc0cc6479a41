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
