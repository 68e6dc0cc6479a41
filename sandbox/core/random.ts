import { createHash } from 'node:crypto';

/** Returns that many random bytes. */
export type RandomSource = (size: number) => Buffer;

/** The same bytes for the same seed: repeatable ids and nonces for tests. */
export function seededRandom(seed: string): RandomSource {
	let blocks = 0;
	return (size) => {
		let bytes = Buffer.alloc(0);
		while (bytes.length < size) {
			bytes = Buffer.concat([bytes, createHash('sha256').update(`${seed}:${blocks++}`).digest()]);
		}
		return bytes.subarray(0, size);
	};
}

export const DIGITS = '0123456789';
export const HEX = '0123456789ABCDEF';
export const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

export function randomText(random: RandomSource, length: number, alphabet: string): string {
	return Array.from(random(length), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
}

/** True with that probability; 0 and 1 use up no randomness. */
export function chance(random: RandomSource, share: number): boolean {
	if (share <= 0 || share >= 1) return share >= 1;
	return random(4).readUInt32BE(0) / 2 ** 32 < share;
}
