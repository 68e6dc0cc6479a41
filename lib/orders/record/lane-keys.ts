import type { OdooClient } from '../../odoo/client';
import { componentsOf, kitsAmong } from '../../odoo/kits';
import { buyerExternalId } from './buyers';
import type { PaidOrder } from '../model/paid-order';

/**
 * What recording an order touches in Odoo: its buyer, and the stock of its products and of the components of
 * kits. Orders that share one of these are not recorded at the same time. Kits are read once for a
 * connection; without them, orders may collide in Odoo, which costs time and no unit.
 *
 * @returns keys by order
 */
export async function laneKeys(
	odoo: OdooClient,
	orders: PaidOrder[],
): Promise<Map<PaidOrder, string[]>> {
	const products = orders.map((order) => [order, productsOf(order)] as const);
	const parts = await componentsByKit(odoo, [...new Set(products.flatMap(([, ids]) => ids))]);
	return new Map(
		products.map(([order, ids]) => {
			const touched = ids.flatMap((id) => [id, ...(parts.get(id) ?? [])]);
			return [order, [buyerExternalId(order), ...touched.map((id) => `product ${id}`)]];
		}),
	);
}

const productsOf = ({ mapping }: PaidOrder): number[] =>
	(mapping?.lines ?? []).map(({ product_id: id }) => id);

async function componentsByKit(
	odoo: OdooClient,
	productIds: number[],
): Promise<Map<number, number[]>> {
	const parts = new Map<number, number[]>();
	if (productIds.length === 0) return parts;
	try {
		const kits = await odoo.remember('kits', async () => await kitsAmong(odoo));
		for (const id of productIds) {
			if (!kits.has(id)) continue;
			const read = async () => await componentsOf(odoo, [id]);
			parts.set(id, await odoo.remember(`components of ${id}`, read));
		}
	} catch {
		// Whatever is wrong with Odoo, recording the order will say so.
	}
	return parts;
}
