import { asObject } from './json';
import { safeCode } from './outside-text';

/** A line of an item's `lines`, not checked yet. */
export interface ItemLine {
	sku: string;
	/** Units; NaN where the item has no number. */
	quantity: number;
	/** Fen a unit, where the item has it. */
	unit_price_fen?: number;
	/** WeChat's id of the listing (SPU), where the item has it. */
	product_id?: string;
}

/**
 * Reads an item's `lines`, whichever node wrote them: numbers that a spreadsheet turned to text become
 * numbers again, a SKU of digits becomes text. Anything but a list is no lines.
 */
export function readLines(value: unknown): ItemLine[] {
	if (!Array.isArray(value)) return [];
	return value.map((entry: unknown) => {
		const line = asObject(entry) ?? {};
		const price = numberOf(line.unit_price_fen);
		const productId = codeOf(line.product_id);
		return {
			sku: codeOf(line.sku),
			quantity: numberOf(line.quantity),
			...(Number.isNaN(price) ? {} : { unit_price_fen: price }),
			...(productId === '' ? {} : { product_id: productId }),
		};
	});
}

const codeOf = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? safeCode(String(value)) : '';

function numberOf(value: unknown): number {
	if (typeof value === 'string' && value.trim() !== '') return Number(value);
	return typeof value === 'number' ? value : Number.NaN;
}
