/** A line as it stands in an item's `lines`, not yet known to be sound. */
export interface LineToMap {
	sku: string;
	/** Pieces; NaN where the item has no number. */
	quantity: number;
	/** Fen a piece, where the item says so. */
	unit_price_fen?: number;
}

/** True for a line with a SKU and a whole quantity above 0. */
export function isReadable({ sku, quantity }: LineToMap): boolean {
	return sku.trim() !== '' && Number.isSafeInteger(quantity) && quantity > 0;
}

/**
 * Reads an item's `lines`, whoever wrote them: numbers that a spreadsheet turned to text are
 * numbers again, a SKU of digits alone is text. Anything but a list is no lines.
 */
export function readLines(value: unknown): LineToMap[] {
	if (!Array.isArray(value)) return [];
	return value.map((entry: unknown) => {
		const line = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<
			string,
			unknown
		>;
		const price = wholeNumber(line.unit_price_fen);
		return {
			sku: typeof line.sku === 'string' || typeof line.sku === 'number' ? String(line.sku) : '',
			quantity: wholeNumber(line.quantity),
			...(Number.isNaN(price) ? {} : { unit_price_fen: price }),
		};
	});
}

function wholeNumber(value: unknown): number {
	if (typeof value === 'string' && value.trim() !== '') return Number(value);
	return typeof value === 'number' ? value : Number.NaN;
}
