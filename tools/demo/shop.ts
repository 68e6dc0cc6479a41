import { fillShelf, SAMPLE_GOODS, type OdooOrderRow, type ShopControls } from '../../sandbox';
import { recordedOrders } from '../services/recorded-orders';
import type { OdooAdmin } from '../services/odoo-admin';
import type { OdooServer } from '../services/odoo-server';

/** Reads for the operator's console what Odoo made of payments. */
export function odooOrderReader(
	{ url }: Pick<OdooServer, 'url'>,
	admin: OdooAdmin,
): (transactionIds: string[]) => Promise<OdooOrderRow[]> {
	return async (transactionIds) =>
		(await recordedOrders(admin, transactionIds)).reverse().map((order) => ({
			transaction_id: order.client_order_ref,
			name: order.name,
			state: order.state,
			amount: `${order.amount_total.toFixed(2)} ${order.currency}`,
			ordered: order.ordered,
			reserved: order.reserved,
			activities: order.activities,
			url: `${url}/odoo/sales/${order.id}`,
		}));
}

/** Puts the sample goods on the shelf, as many of each as Odoo can still promise. */
export async function fillShelfFromOdoo(shop: ShopControls, admin: OdooAdmin): Promise<void> {
	const products = await admin.call<Array<{ default_code: string; free_qty: number }>>(
		'product.product',
		'search_read',
		[[['default_code', 'in', SAMPLE_GOODS.map(({ sku }) => sku)]], ['default_code', 'free_qty']],
	);
	const free = new Map(products.map(({ default_code, free_qty }) => [default_code, free_qty]));
	const left = (sku: string): number => Math.max(0, Math.floor(free.get(sku) ?? 0));
	fillShelf(
		shop,
		SAMPLE_GOODS.map((goods) => ({ ...goods, stock: left(goods.sku) })),
	);
}
