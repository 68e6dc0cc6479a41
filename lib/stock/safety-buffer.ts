import { IntegrationError } from '../core/errors';

/** What is kept back from sale so that two channels do not sell the last piece both. */
export interface SafetyBuffer {
	/** Of every product. */
	pieces: number;
	/** Of what is free, rounded up. The larger of both counts. */
	percent: number;
	/** By internal reference or WeChat SKU, in place of the two above. */
	bySku: Map<string, Pick<SafetyBuffer, 'pieces' | 'percent'>>;
}

export const NO_BUFFER: SafetyBuffer = { pieces: 0, percent: 0, bySku: new Map() };

/**
 * Pieces to keep back of so many free ones.
 *
 * @param names all that the product goes by; the first with an amount of its own counts
 */
export function bufferOf(buffer: SafetyBuffer, freeQty: number, names: string[]): number {
	const own = names.map((name) => buffer.bySku.get(name)).find((amount) => amount !== undefined);
	const { pieces, percent } = own ?? buffer;
	// 0.07 × 100 is 7.000000000000001: such a last digit must not cost a piece.
	const share = Math.ceil((Math.max(0, freeQty) * percent) / 100 - 1e-9);
	return Math.max(pieces, share, 0);
}

/** Whole pieces that may be sold: never below zero, never more than there is. */
export const quantityToPromise = (freeQty: number, buffer: number): number =>
	Math.max(0, Math.floor(freeQty - buffer + 1e-9));

/**
 * Reads an amount as a person types it: `5` (pieces) or `10%`.
 *
 * @throws IntegrationError `STOCK_BUFFER_INVALID`
 */
export function readBufferAmount(
	sku: string,
	text: string,
): Pick<SafetyBuffer, 'pieces' | 'percent'> {
	const [, number, percent] = /^\s*(\d{1,9}(?:\.\d{1,3})?)\s*(%?)\s*$/.exec(text) ?? [];
	const amount = Number(number);
	if (number !== undefined && (percent ? amount <= 100 : Number.isInteger(amount))) {
		return percent ? { pieces: 0, percent: amount } : { pieces: amount, percent: 0 };
	}
	throw new IntegrationError({
		code: 'STOCK_BUFFER_INVALID',
		message: `The safety buffer of "${sku}" cannot be read: "${text.slice(0, 40)}".`,
		likelyCause: 'It is neither a whole number of pieces nor a percentage up to 100.',
		nextStep: 'Write 5 for five pieces or 10% for a tenth of what is free.',
	});
}
