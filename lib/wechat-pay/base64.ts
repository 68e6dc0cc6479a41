/**
 * Base64 text to bytes, refusing every spelling but the canonical one: Node's own decoder skips
 * what it does not know, so that a changed character could pass unseen.
 *
 * @returns undefined when the text is not canonical base64
 */
export function decodeBase64(text: string): Buffer | undefined {
	const bytes = Buffer.from(text, 'base64');
	return bytes.toString('base64') === text ? bytes : undefined;
}
