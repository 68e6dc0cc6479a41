import { createHash } from 'node:crypto';

import { IntegrationError } from '../../core/errors';
import type { HttpCallContext } from '../../core/http';
import { callWechatPay, downloadSigned } from '../api/call';
import type { WechatPayAccount } from '../keys/account';
import { imageTarget, uploadTarget } from './complaint-targets';

export interface ComplaintImage {
	bytes: Buffer;
	/** E.g. `image/jpeg`. */
	type: string;
}

const MOST_BYTES = 2 * 1024 * 1024;
/** Images of buyers may be larger than those that merchants upload. */
const MOST_DOWNLOAD_BYTES = 16 * 1024 * 1024;

/** First bytes of the kinds that WeChat Pay takes, and their names. */
const KINDS = [
	{ type: 'image/jpeg', extension: 'jpg', start: [0xff, 0xd8, 0xff] },
	{ type: 'image/png', extension: 'png', start: [0x89, 0x50, 0x4e, 0x47] },
	{ type: 'image/bmp', extension: 'bmp', start: [0x42, 0x4d] },
];

const kindOf = (bytes: Buffer) =>
	KINDS.find(({ start }) => start.every((byte, index) => bytes[index] === byte));

/**
 * Downloads an image of a complaint. It is always asked for at WeChat Pay's own address, since the request is signed.
 *
 * @param media media ID, or its address in a complaint
 * @throws IntegrationError `WECHAT_COMPLAINT_IMAGE_INVALID`, `WECHAT_REFUSED` or `HTTP_…`
 */
export async function downloadImage(
	account: WechatPayAccount,
	media: string,
	context: HttpCallContext,
): Promise<ComplaintImage> {
	const { body, headers } = await downloadSigned(account, imageTarget(account, media), context);
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of body as AsyncIterable<Buffer>) {
		chunks.push(chunk);
		if ((length += chunk.length) > MOST_DOWNLOAD_BYTES) throw invalid('it is too large');
	}
	const bytes = Buffer.concat(chunks);
	const said = headers['content-type']?.split(';', 1)[0] ?? '';
	const type = kindOf(bytes)?.type ?? (/^image\/[\w.+-]+$/.test(said) ? said : undefined);
	return { bytes, type: type ?? 'application/octet-stream' };
}

/**
 * Uploads an image for a reply.
 *
 * @param boundary text that separates the parts of the form; random
 * @returns its media ID
 * @throws IntegrationError `WECHAT_COMPLAINT_IMAGE_INVALID`, `WECHAT_REFUSED`, `WECHAT_RESPONSE_UNPROVED` or `HTTP_…`
 */
export async function uploadImage(
	account: WechatPayAccount,
	bytes: Buffer,
	boundary: string,
	context: HttpCallContext,
): Promise<string> {
	const kind = kindOf(bytes);
	if (!kind) throw invalid('it is no JPG, PNG or BMP file');
	if (bytes.length > MOST_BYTES) throw invalid('it is larger than 2 MB');
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	// The name of the file on the merchant's machine is private.
	const filename = `image.${kind.extension}`;
	const body = JSON.stringify({ filename, sha256 });
	const form = imageForm({ meta: body, filename, type: kind.type, bytes, boundary });
	const target = uploadTarget(account);
	const answer = await callWechatPay(account, { method: 'POST', target, body, form }, context);
	return String(answer['media_id'] ?? '');
}

interface Form extends ComplaintImage {
	meta: string;
	filename: string;
	boundary: string;
}

function imageForm({ meta, filename, type, bytes, boundary }: Form) {
	const part = (head: string) => `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`;
	const start = part('name="meta"\r\nContent-Type: application/json') + meta;
	const file = part(`name="file"; filename="${filename}"\r\nContent-Type: ${type}`);
	return {
		type: `multipart/form-data; boundary=${boundary}`,
		bytes: Buffer.concat([
			Buffer.from(`${start}\r\n${file}`),
			bytes,
			Buffer.from(`\r\n--${boundary}--\r\n`),
		]),
	};
}

const invalid = (why: string): IntegrationError =>
	new IntegrationError({
		code: 'WECHAT_COMPLAINT_IMAGE_INVALID',
		message: `The image was not transferred: ${why}.`,
		likelyCause: 'Another file is in the field, or the image was not made smaller.',
		nextStep: 'Use a JPG, PNG or BMP image of at most 2 MB.',
	});
