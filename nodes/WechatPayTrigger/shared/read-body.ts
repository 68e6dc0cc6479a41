import { MAX_BODY_BYTES } from '../../../lib/wechat-pay/receive-notification';

/** n8n's request: the body as received, or a way to read it. */
export interface RawRequest {
	headers: Record<string, string | string[] | undefined>;
	rawBody?: Buffer;
	readRawBody?: () => Promise<void>;
}

/**
 * The body byte for byte, or the HTTP status to refuse it with. What says to be too large is not read,
 * where n8n has not read it already.
 */
export async function readBody(request: RawRequest): Promise<Buffer | number> {
	if (request.rawBody) return request.rawBody;
	if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return 413;
	try {
		await request.readRawBody?.();
	} catch (error) {
		const { status } = error as { status?: unknown };
		return typeof status === 'number' && status >= 400 && status < 500 ? status : 400;
	}
	return request.rawBody ?? Buffer.alloc(0);
}
