/** A line as it stands in an item's `lines`, not yet known to be sound. */
export interface LineToMap {
	sku: string;
	/** Pieces; NaN where the item has no number. */
	quantity: number;
	/** Fen a piece, where the item says so. */
	unit_price_fen?: number;
	/** WeChat's own id of the listing (SPU), where the item says so. */
	product_id?: string;
}

/** True for a line with a SKU, a whole quantity above 0 and, where it has a price, whole fen of it. */
export function isReadable({ sku, quantity, unit_price_fen: fen = 0 }: LineToMap): boolean {
	return (
		sku.trim() !== '' &&
		Number.isSafeInteger(quantity) &&
		quantity > 0 &&
		Number.isSafeInteger(fen) &&
		fen >= 0 &&
		Number.isSafeInteger(fen * quantity)
	);
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
		const productId = code(line.product_id);
		return {
			sku: code(line.sku),
			quantity: wholeNumber(line.quantity),
			...(Number.isNaN(price) ? {} : { unit_price_fen: price }),
			...(productId === '' ? {} : { product_id: productId }),
		};
	});
}

const code = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

function wholeNumber(value: unknown): number {
	if (typeof value === 'string' && value.trim() !== '') return Number(value);
	return typeof value === 'number' ? value : Number.NaN;
}
