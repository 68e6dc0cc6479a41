import type { OdooClient } from '../../odoo/client';
import { readProducts } from '../../sku-map/odoo/find-products';
import { wantedLines, type PaidOrder, type RecordOptions } from '../model/paid-order';

/** Problems of the products of an order that Odoo rejects, as sentences; empty if there are none. */
export async function productProblems(
	odoo: OdooClient,
	order: PaidOrder,
	{ companyId, ...options }: RecordOptions,
): Promise<string> {
	const ids = new Set(wantedLines(order, options).map(({ product_id: id }) => id));
	const known = new Map((await readProducts(odoo, 'id', [...ids])).map((one) => [one.id, one]));
	const problems = [...ids].map((id) => {
		const product = known.get(id);
		if (!product) {
			return `Product ${id} does not exist in Odoo any more, or belongs to a company that the user may not see.`;
		}
		const name = `Product ${product.default_code || id} (${product.name})`;
		if (!product.active) return `${name} is archived.`;
		if (!product.sale_ok) return `${name} cannot be sold.`;
		const elsewhere = companyId && product.company_id && product.company_id !== companyId;
		return elsewhere ? `${name} belongs to another company.` : '';
	});
	return problems.filter(Boolean).join(' ');
}
