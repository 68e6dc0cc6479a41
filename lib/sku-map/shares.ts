/**
 * Splits an amount by weights, to the last fen: each share is rounded down, and the fen left over go to
 * those that lost most by it (largest remainder), the first of them where several lost the same.
 *
 * @param totalFen whole fen, not negative
 * @param weights not negative, at least one above 0; only their proportion counts
 * @returns whole fen in the order of the weights, adding up to the total
 */
export function shares(totalFen: number, weights: number[]): number[] {
	const scaled = weights.map((weight) => BigInt(Math.round(weight * 10_000)));
	const all = scaled.reduce((sum, weight) => sum + weight, 0n);
	if (all <= 0n) throw new RangeError('At least one weight has to be above 0');
	const exact = scaled.map((weight) => BigInt(totalFen) * weight);
	const down = exact.map((share) => Number(share / all));
	const rest = totalFen - down.reduce((sum, fen) => sum + fen, 0);
	const mostLost = exact
		.map((share, index) => ({ index, lost: share % all }))
		.sort((a, b) => (a.lost === b.lost ? a.index - b.index : a.lost > b.lost ? -1 : 1));
	for (const { index } of mostLost.slice(0, rest)) down[index] = (down[index] ?? 0) + 1;
	return down;
}

/** Pieces at one price, in fen a piece. */
export interface PricedPieces {
	quantity: number;
	unit_price_fen: number;
}

/** Whole fen a piece that add up to an amount: two prices, a fen apart, where it cannot be one. */
export function pricedPieces(totalFen: number, quantity: number): PricedPieces[] {
	const unit = Math.floor(totalFen / quantity);
	const dearer = totalFen - unit * quantity;
	return [
		{ quantity: quantity - dearer, unit_price_fen: unit },
		...(dearer > 0 ? [{ quantity: dearer, unit_price_fen: unit + 1 }] : []),
	];
}
