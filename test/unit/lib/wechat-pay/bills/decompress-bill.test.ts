import { createHash, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';

import { hashed, plainBytes } from '../../../../../lib/wechat-pay/bills/decompress-bill';
import { inPieces } from './chunks';

async function whole(file: AsyncIterable<Buffer>): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of file) chunks.push(chunk);
	return Buffer.concat(chunks);
}

it.each([1, 2, 3, 100])('unpacks a file by what it is, in pieces of %i bytes', async (size) => {
	for (const plain of [randomBytes(1000).fill(65, 0, 2), Buffer.from('a'), Buffer.alloc(0)]) {
		expect(await whole(plainBytes(inPieces(plain, size)))).toEqual(plain);
		expect(await whole(plainBytes(inPieces(gzipSync(plain), size)))).toEqual(plain);
	}
});

it('names a packed file that was cut on its way', async () => {
	const packed = gzipSync(randomBytes(1000));
	await expect(whole(plainBytes(inPieces(packed.subarray(0, 500), 64)))).rejects.toMatchObject({
		...{ code: 'WECHAT_BILL_DAMAGED', retryable: true },
	});
});

it('closes the connection of a reader that stops early', async () => {
	let closed = false;
	async function* file() {
		try {
			for (;;) yield await Promise.resolve(Buffer.from('abc'));
		} finally {
			closed = true;
		}
	}
	for await (const chunk of plainBytes(file())) if (chunk.length > 0) break;
	expect(closed).toBe(true);
});

it('hashes what passes', async () => {
	const hash = createHash('sha1');
	const bytes = randomBytes(500);
	expect(await whole(hashed(inPieces(bytes, 7), hash))).toEqual(bytes);
	expect(hash.digest('hex')).toBe(createHash('sha1').update(bytes).digest('hex'));
});
