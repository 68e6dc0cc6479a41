import { chooseProduct } from './choose-product';
import { chooseSet, type Question } from './choose-set';
import type { Refusal } from './mapping';
import type { PriceRule, SkuRow } from './row';
import type { CandidateProduct, SkuTable } from './table';
import { inOwnUnit } from './units';

/** One product of a SKU, found and fit to be sold. */
export interface Part {
	product: CandidateProduct;
	/** Pieces in one SKU, in the product's own unit. */
	pieces: number;
	price: PriceRule;
}

/** What one SKU is made of, or why that cannot be told. */
export function resolveParts(question: Question, table: SkuTable): { parts: Part[] } | Refusal {
	const choice = chooseSet(question, table);
	return 'reason' in choice ? choice : resolveRows(question.sku, choice.rows, table);
}

/** What the rows of one set stand for, or why that cannot be told. */
export function resolveRows(
	sku: string,
	rows: SkuRow[],
	table: Pick<SkuTable, 'products' | 'units' | 'companyId'>,
): { parts: Part[] } | Refusal {
	const parts: Part[] = [];
	for (const { product: name, quantity, uom, price } of rows) {
		const found = chooseProduct(sku, name, table);
		if ('reason' in found) return found;
		const pieces = inOwnUnit(quantity, uom, found.product.uom_id, table.units);
		if (pieces === undefined) {
			return {
				reason: 'unit_of_measure',
				message: `Odoo has no unit of measure "${uom}" that the product of WeChat SKU "${sku}" can be counted in. Write it as in Odoo (Sales → Configuration → Units & Packagings; before Odoo 19 Units of Measure), or leave it empty for the product's own.`,
			};
		}
		if (!Number.isSafeInteger(pieces) || pieces < 1) {
			return {
				reason: 'unit_of_measure',
				message: `One WeChat SKU "${sku}" would be ${pieces} of the product's unit in Odoo. It has to be a whole number of them: correct quantity or uom, or give the product a smaller unit.`,
			};
		}
		parts.push({ product: found.product, pieces, price });
	}
	return priceProblem(sku, parts) ?? { parts };
}

function priceProblem(sku: string, parts: Part[]): Refusal | undefined {
	const paying = parts.filter(({ price }) => price !== 'free');
	if (paying.length === 1) return undefined;
	if (paying.length === 0) {
		return {
			reason: 'price',
			message: `Every product of WeChat SKU "${sku}" is free: nothing in it carries what was paid. Give one of them the price "as paid".`,
		};
	}
	if (paying.some(({ price }) => price === 'as_paid')) {
		return {
			reason: 'price',
			message: `Several products of WeChat SKU "${sku}" would each cost all that was paid. Set their price to "list price" to split it, or to "free" for gifts.`,
		};
	}
	if (paying.some(({ product }) => product.list_price > 0)) return undefined;
	return {
		reason: 'price',
		message: `What was paid for WeChat SKU "${sku}" cannot be split: none of its products has a Sales Price in Odoo. Give them one.`,
	};
}
