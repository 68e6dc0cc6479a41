/**
 * Divides an amount in proportion to weights, in whole units, by the largest remainder: each share is
 * rounded down, and each unit left over goes to the share that lost most by it, the earlier one of equals.
 * The shares always add up to the total.
 *
 * @param total smallest units of a currency; negative for refunds
 * @param weights integers of any sign, e.g. net amounts, where refunds are negative
 * @throws RangeError where a number is no integer, or the weights add up to 0 or nearly to 0 and the total does not
 */
export function allocate(total: number, weights: number[]): number[] {
	const whole = BigInt(total);
	const signed = weights.map(BigInt);
	const sum = signed.reduce((all, weight) => all + weight, 0n);
	if (sum === 0n) {
		if (total === 0) return weights.map(() => 0);
		throw new RangeError('The amount cannot be divided: the weights add up to 0');
	}
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
