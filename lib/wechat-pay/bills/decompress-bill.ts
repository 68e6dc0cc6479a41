import type { Hash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

import { IntegrationError } from '../../core/errors';
import { billError } from './bill-table';

type Chunks = AsyncIterable<Buffer>;

/**
 * A file as it was before it was compressed. Told by its first two bytes, because not every proxy leaves
 * `Content-Encoding` and `tar_type` as they were.
 *
 * @throws IntegrationError `WECHAT_BILL_DAMAGED`, or what reading the file throws
 */
export async function* plainBytes(file: Chunks): Chunks {
	const chunks = file[Symbol.asyncIterator]();
	try {
		let start = Buffer.alloc(0);
		while (start.length < 2) {
			const { done, value } = await chunks.next();
			if (done) break;
			start = Buffer.concat([start, value]);
		}
		const whole = withStart(start, chunks);
		if (start[0] === 0x1f && start[1] === 0x8b) yield* gunzipped(whole);
		else yield* whole;
	} finally {
		// A reader that stops early closes the connection, too.
		await chunks.return?.();
	}
}

/** Passes a file on and hashes it on the way: once it is read, `hash` is that of the whole. */
export async function* hashed(file: Chunks, hash: Hash): Chunks {
	for await (const chunk of file) {
		hash.update(chunk);
		yield chunk;
	}
}

async function* withStart(start: Buffer, rest: AsyncIterator<Buffer>): Chunks {
	if (start.length > 0) yield start;
	for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* gunzipped(file: Chunks): Chunks {
	const gunzip = createGunzip();
	// Errors of the file come out of the gunzip that it is led through.
	pipeline(Readable.from(file), gunzip, () => {});
	try {
		for await (const chunk of gunzip) yield chunk as Buffer;
	} catch (error) {
		if (error instanceof IntegrationError) throw error;
		throw billError('DAMAGED', 'The compressed file cannot be unpacked.', true);
	}
}
