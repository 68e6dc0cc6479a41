/** Units at one price, in fen a unit. */
export interface PricedUnits {
	quantity: number;
	unit_price_fen: number;
}

/** Whole fen a unit that add up to an amount: two prices, one fen apart, where one price cannot. */
export function pricedUnits(totalFen: number, quantity: number): PricedUnits[] {
	const price = Math.floor(totalFen / quantity);
	const dearer = totalFen - price * quantity;
	return [
		{ quantity: quantity - dearer, unit_price_fen: price },
		...(dearer > 0 ? [{ quantity: dearer, unit_price_fen: price + 1 }] : []),
	];
}
