import type { OdooClient } from '../../odoo/client';
import { readProducts } from '../../sku-map/odoo/find-products';
import { wantedLines } from '../model/order-lines';
import type { PaidOrder, RecordOptions } from '../model/paid-order';

/**
 * What is the matter with the products of an order that Odoo does not take, each named, as sentences;
 * empty where they are fine.
 */
export async function refusedProducts(
	odoo: OdooClient,
	order: PaidOrder,
	options: RecordOptions,
): Promise<string> {
	const ids = new Set(wantedLines(order, options).map(({ product_id: id }) => id));
	const known = new Map((await readProducts(odoo, 'id', [...ids])).map((one) => [one.id, one]));
	const sentences = [...ids].map((id) => {
		const product = known.get(id);
		if (!product) {
			return `Product ${id} is not in Odoo any more, or belongs to a company that the user may not see.`;
		}
		const name = `Product ${product.default_code || id} (${product.name})`;
		if (!product.active) return `${name} is archived.`;
		if (!product.sale_ok) return `${name} may not be sold.`;
		const { companyId } = options;
		const elsewhere = companyId && product.company_id && product.company_id !== companyId;
		return elsewhere ? `${name} belongs to another company.` : '';
	});
	return sentences.filter(Boolean).join(' ');
}
