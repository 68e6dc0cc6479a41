import { chooseSet, type Question } from './choose-set';
import type { Refusal } from './mapping';
import type { PriceRule, SkuRow } from './row';
import { inOwnUnit, productLabel, type CandidateProduct, type SkuTable } from './table';

/** One product of a SKU, which can be sold. */
export interface Part {
	product: CandidateProduct;
	/** Quantity in one SKU, in the product's own unit. */
	units: number;
	price: PriceRule;
}

/** The products of one SKU, or why it cannot be mapped. */
export function resolveParts(question: Question, table: SkuTable): { parts: Part[] } | Refusal {
	const choice = chooseSet(question, table);
	return 'reason' in choice ? choice : resolveRows(question.sku, choice.rows, table);
}

/** The products of the rows of one set, or why it cannot be mapped. */
export function resolveRows(
	sku: string,
	rows: SkuRow[],
	table: Pick<SkuTable, 'products' | 'units' | 'companyId'>,
): { parts: Part[] } | Refusal {
	const parts: Part[] = [];
	for (const { product: name, quantity, uom, price } of rows) {
		const found = chooseProduct(sku, name, table);
		if ('reason' in found) return found;
		const units = inOwnUnit(quantity, uom, found.product.uom_id, table.units);
		if (units === undefined) {
			return {
				reason: 'unit_of_measure',
				message: `Odoo has no unit of measure "${uom}" for the product of WeChat SKU "${sku}". Enter its name as in Odoo (Sales → Configuration → Units & Packagings; before Odoo 19 Units of Measure), or leave it empty for the product's own unit.`,
			};
		}
		if (!Number.isSafeInteger(units) || units < 1) {
			return {
				reason: 'unit_of_measure',
				message: `One WeChat SKU "${sku}" would be ${units} of the product's unit in Odoo. It must be a whole number: correct quantity or uom, or give the product a smaller unit.`,
			};
		}
		parts.push({ product: found.product, units, price });
	}
	return priceProblem(sku, parts) ?? { parts };
}

function priceProblem(sku: string, parts: Part[]): Refusal | undefined {
	const paying = parts.filter(({ price }) => price !== 'free');
	if (paying.length === 1) return undefined;
	if (paying.length === 0) {
		return {
			reason: 'price',
			message: `Every product of WeChat SKU "${sku}" is free, so no product has the amount paid. Give one of them the price "as paid".`,
		};
	}
	if (paying.some(({ price }) => price === 'as_paid')) {
		return {
			reason: 'price',
			message: `Several products of WeChat SKU "${sku}" would each cost the whole amount paid. Set their price to "list price" to split it, or to "free" for gifts.`,
		};
	}
	if (paying.some(({ product }) => product.list_price > 0)) return undefined;
	return {
		reason: 'price',
		message: `The amount paid for WeChat SKU "${sku}" cannot be split: none of its products has a Sales Price in Odoo. Set the prices.`,
	};
}

/** The one active product with the name of a row, which must be for sale. */
export function chooseProduct(
	sku: string,
	name: string,
	{ products, companyId }: Pick<SkuTable, 'products' | 'companyId'>,
): { product: CandidateProduct } | Refusal {
	const candidates = products.get(name) ?? [];
	const [first] = candidates;
	if (!first) {
		return {
			reason: 'missing_product',
			message: `Odoo has no product "${name}", to which the table maps WeChat SKU "${sku}". Correct the row, or create the product (Inventory → Products → Product Variants).`,
		};
	}
	const active = candidates.filter((candidate) => candidate.active);
	const [only] = active;
	if (!only) {
		return {
			reason: 'archived',
			message: `${productLabel(first)}, mapped to WeChat SKU "${sku}", is archived in Odoo. Unarchive it (its Action menu), or map the SKU to its successor.`,
		};
	}
	if (active.length > 1) {
		return {
			reason: 'ambiguous',
			message: `WeChat SKU "${sku}" matches ${active.length} products in Odoo: ${active.map(productLabel).join(', ')}. Give each its own Internal Reference, or map the SKU to one of them by its database ID.`,
		};
	}
	if (only.company_id !== undefined && companyId !== undefined && only.company_id !== companyId) {
		return {
			reason: 'wrong_company',
			message: `${productLabel(only)}, mapped to WeChat SKU "${sku}", belongs to another company in Odoo. Clear the product's Company, or map the SKU to a product of the company that sells.`,
		};
	}
	if (!only.sale_ok) {
		return {
			reason: 'not_for_sale',
			message: `${productLabel(only)}, mapped to WeChat SKU "${sku}", is not for sale. Select Sales on the product in Odoo, or map the SKU to another one.`,
		};
	}
	if (only.combo) {
		return {
			reason: 'combo',
			message: `${productLabel(only)}, mapped to WeChat SKU "${sku}", is a combo, and the payment does not say what the buyer chose. Give each choice its own SKU, mapped to its products as a set.`,
		};
	}
	return { product: only };
}
