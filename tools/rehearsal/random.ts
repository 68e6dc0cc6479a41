import { seededRandom } from '../../sandbox';

/** A number from 0 up to, but not including, 1. */
export type Random = () => number;

/** The same numbers for the same seed. */
export function randomNumbers(seed: string): Random {
	const bytes = seededRandom(seed);
	return () => bytes(4).readUInt32BE(0) / 2 ** 32;
}

/** A whole number from `least` to `most`, both included. */
export const wholeBetween = (random: Random, least: number, most: number): number =>
	least + Math.floor(random() * (most - least + 1));
