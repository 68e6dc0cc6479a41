import { IntegrationError } from './errors';

/** What one sales channel may sell of stock that it shares with others. */
export interface ChannelShare {
	/** Of the quantity that is available to all channels, rounded down. */
	percent: number;
	/** At most so many units at a time; absent: no limit. */
	units?: number;
	/** So many units the channel never sells: the last ones belong to the others. */
	floor: number;
}

/** A share of every product, and the ones of single products in its place. */
export interface ChannelShares extends ChannelShare {
	/** By internal reference or WeChat SKU. */
	bySku: Map<string, ChannelShare>;
}

export const WHOLE_STOCK: ChannelShares = { percent: 100, floor: 0, bySku: new Map() };

/**
 * Whole units that a channel may sell: never negative, never more than are available. Channels whose
 * percentages add up to 100 or less never sell more than there is together, however their limits differ.
 *
 * @param available units that all channels could sell: unreserved, less a safety buffer
 * @param names all names of the product; the first one with its own share is used
 */
export function channelQuantity(
	shares: ChannelShares,
	available: number,
	names: readonly string[],
): number {
	const own = names.map((name) => shares.bySku.get(name)).find((share) => share !== undefined);
	const { percent, units = Infinity, floor } = own ?? shares;
	// 0.57 × 100 is 56.99999999999999: a rounding error must not cost a unit.
	const part = Math.floor((available * percent) / 100 + 1e-9);
	return Math.max(0, Math.min(part, units, Math.floor(available - floor)));
}

/**
 * Reads a share as typed: percent, at most so many units, floor.
 *
 * @throws IntegrationError `STOCK_SHARE_INVALID`
 */
export function readChannelShare(
	of: string,
	typed: { percent?: unknown; units?: unknown; floor?: unknown },
): ChannelShare {
	const percent = numberOr(typed.percent, 100);
	const units = numberOr(typed.units, 0);
	const floor = numberOr(typed.floor, 0);
	if (percent <= 100 && [percent, units, floor].every((one) => one >= 0)) {
		return { percent, floor, ...(units > 0 && { units }) };
	}
	throw new IntegrationError({
		code: 'STOCK_SHARE_INVALID',
		message: `The channel share of ${of} cannot be read.`,
		likelyCause: 'The percentage is not between 0 and 100, or a number of units is negative.',
		nextStep: 'Enter 60 for 60 percent, and whole units. Units of 0 mean no limit.',
	});
}

/** NaN for what is no number, which fits no range. */
const numberOr = (value: unknown, fallback: number): number =>
	value === undefined || value === '' || value === null ? fallback : Number(value);
