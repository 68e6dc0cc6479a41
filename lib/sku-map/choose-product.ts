import type { Refusal } from './mapping';
import { productLabel, type CandidateProduct, type SkuTable } from './table';

/** The one active product that may be sold, of those that a row's name fits. */
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
			message: `Odoo has no product "${name}", which the table names for WeChat SKU "${sku}". Correct the row, or create the product (Inventory → Products → Product Variants).`,
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
			message: `WeChat SKU "${sku}" fits ${active.length} products in Odoo: ${active.map(productLabel).join(', ')}. Give each its own Internal Reference, or map the SKU to one of them by its database ID.`,
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
			message: `${productLabel(only)}, mapped to WeChat SKU "${sku}", may not be sold. Tick Sales on the product in Odoo, or map the SKU to another one.`,
		};
	}
	return { product: only };
}
