/**
 * Divides an amount in proportion to weights, in whole units, by largest remainder: every share is its exact
 * part rounded down, and what is left over goes, a unit each, to those that lost most by it (the earlier one
 * where two lost the same). The shares add up to the total, always.
 *
 * @param total smallest units of a currency, negative for what was taken
 * @param weights integers of any sign, e.g. net amounts, of which refunds are negative
 * @throws RangeError where a number is no safe integer, or the weights (nearly) come to
 * nothing and the total does not
 */
export function allocate(total: number, weights: number[]): number[] {
	for (const number of [total, ...weights]) {
		if (!Number.isSafeInteger(number)) throw new RangeError(`${number} is no integer`);
	}
	const signed = weights.map(BigInt);
	const sum = signed.reduce((all, weight) => all + weight, 0n);
	if (sum === 0n) {
		if (total === 0) return weights.map(() => 0);
		throw new RangeError('There is nothing to allocate by: the weights come to 0');
	}
	const whole = BigInt(total);
	const parts = signed.map((weight, index) => {
		const exact = sum < 0n ? -weight * whole : weight * whole;
		const divisor = sum < 0n ? -sum : sum;
		const remainder = ((exact % divisor) + divisor) % divisor;
		return { index, share: (exact - remainder) / divisor, remainder };
	});
	const left = whole - parts.reduce((all, { share }) => all + share, 0n);
	const largestFirst = [...parts].sort((a, b) =>
		a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
	);
	for (const part of largestFirst.slice(0, Number(left))) part.share += 1n;
	const shares = parts.map(({ share }) => Number(share));
	if (shares.every(Number.isSafeInteger)) return shares;
	throw new RangeError('The weights nearly cancel out: their shares are too large');
}
