import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

import { ALPHANUMERIC, randomText, type RandomSource } from '../core/random';

/** A file that waits for its download. */
export interface BillFile {
	bytes: Buffer<ArrayBuffer>;
	contentType: string;
	expiresAtMs: number;
}

/** What is odd about the trade bill of a day. */
export interface BillEdit {
	/** Changes the text that WeChat writes, before it is hashed. */
	text?: (text: string) => string;
	/** Whether the file is damaged on its way: it is not the one that was hashed. */
	damaged?: boolean;
	/** In how many files the fund bill of a sub-merchant comes. Default: one. */
	files?: number;
}

/** Files by the token of their `download_url`. */
export class BillFiles {
	private readonly byToken = new Map<string, BillFile>();

	/** Keeps a bill for five minutes. Returns its token, and the SHA-1 of its text, compressed or not. */
	keep(
		text: string,
		options: { gzip: boolean; atMs: number; random: RandomSource; damaged?: boolean },
	): { token: string; sha1: string } {
		const { gzip, atMs, random, damaged = false } = options;
		const plain = Buffer.from(text);
		const sent = damaged ? Buffer.from(`${text}damaged`) : plain;
		const token = this.keepBytes(gzip ? gzipSync(sent) : sent, {
			...{ atMs, random },
			contentType: gzip ? 'application/x-gzip' : 'text/plain; charset=utf-8',
		});
		return { token, sha1: sha1(plain) };
	}

	/** Keeps a file as it is sent for five minutes. Returns its token. */
	keepBytes(
		bytes: Buffer<ArrayBuffer>,
		options: { contentType: string; atMs: number; random: RandomSource },
	): string {
		const token = randomText(options.random, 64, ALPHANUMERIC);
		const { contentType, atMs } = options;
		this.byToken.set(token, { bytes, contentType, expiresAtMs: atMs + 5 * 60_000 });
		return token;
	}

	withToken(token: string, atMs: number): BillFile | undefined {
		const file = this.byToken.get(token);
		return file && file.expiresAtMs > atMs ? file : undefined;
	}
}

export const sha1 = (bytes: Buffer): string => createHash('sha1').update(bytes).digest('hex');
