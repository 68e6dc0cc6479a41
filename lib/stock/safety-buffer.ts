import { IntegrationError } from '../core/errors';
import type { ChannelShares } from '../core/channel-share';

/** Stock that is not offered, so that two channels do not both sell the last unit. */
export interface SafetyBuffer {
	/** Of every product. */
	units: number;
	/** Of the unreserved quantity, rounded up. The larger of both is used. */
	percent: number;
	/** By internal reference or WeChat SKU, instead of the two above. */
	bySku: Map<string, Pick<SafetyBuffer, 'units' | 'percent'>>;
	/** What one channel may sell of the rest; absent: all of it. */
	shares?: ChannelShares;
}

export const NO_BUFFER: SafetyBuffer = { units: 0, percent: 0, bySku: new Map() };

/**
 * Buffer for an unreserved quantity, in units.
 *
 * @param names all names of the product; the first one with its own amount is used
 */
export function bufferOf(buffer: SafetyBuffer, freeQty: number, names: string[]): number {
	const own = names.map((name) => buffer.bySku.get(name)).find((amount) => amount !== undefined);
	const { units, percent } = own ?? buffer;
	// 0.07 × 100 is 7.000000000000001: a rounding error must not cost a unit.
	const share = Math.ceil((Math.max(0, freeQty) * percent) / 100 - 1e-9);
	return Math.max(units, share, 0);
}

/** Whole units that may be sold: never negative, never more than in stock. */
export const quantityToPromise = (freeQty: number, buffer: number): number =>
	Math.max(0, Math.floor(freeQty - buffer + 1e-9));

/**
 * Reads an amount as typed: `5` (units) or `10%`.
 *
 * @throws IntegrationError `STOCK_BUFFER_INVALID`
 */
export function readBufferAmount(
	sku: string,
	text: string,
): Pick<SafetyBuffer, 'units' | 'percent'> {
	const [, number, percent] = /^\s*(\d{1,9}(?:\.\d{1,3})?)\s*(%?)\s*$/.exec(text) ?? [];
	const amount = Number(number);
	if (number !== undefined && (percent ? amount <= 100 : Number.isInteger(amount))) {
		return percent ? { units: 0, percent: amount } : { units: amount, percent: 0 };
	}
	throw new IntegrationError({
		code: 'STOCK_BUFFER_INVALID',
		message: `The safety buffer of "${sku}" cannot be read: "${text.slice(0, 40)}".`,
		likelyCause: 'It is neither a whole number of units nor a percentage up to 100.',
		nextStep: 'Enter 5 for five units or 10% for a tenth of the available quantity.',
	});
}
