import type { OdooAdmin } from './odoo-admin';
import type { OdooServer } from './odoo-server';
import { isBefore } from './odoo-versions';

export interface ProductToSeed {
	/** Becomes the internal reference and, escaped, the external id `wechat_sku.<sku>`. */
	sku: string;
	name: string;
	/** Sales price in the company's currency, as decimal text or a number. */
	price: string | number;
	/** Pieces on hand in the default warehouse. */
	stock: number;
	archived?: boolean;
	saleable?: boolean;
}

/**
 * Creates storable, untracked products with stock on hand, or sets the existing ones right.
 *
 * @returns the `product.product` id of every SKU
 */
export async function seedProducts(
	admin: OdooAdmin,
	server: Pick<OdooServer, 'version'>,
	products: ProductToSeed[],
): Promise<Record<string, number>> {
	const storable = isBefore(server.version, '18')
		? { type: 'product' }
		: { type: 'consu', is_storable: '1' };
	const rows = products.map((product) => ({
		id: skuExternalId(product.sku),
		name: product.name,
		default_code: product.sku,
		list_price: String(product.price),
		sale_ok: product.saleable === false ? '0' : '1',
		active: '1',
		tracking: 'none',
		...storable,
	}));
	const columns = Object.keys(rows[0] ?? {});
	const loaded = await admin.call<{ ids: number[] | false; messages: { message: string }[] }>(
		'product.product',
		'load',
		[columns, rows.map((row) => Object.values(row))],
		// Odoo checks selections by their labels in the user's language unless told otherwise.
		{ context: { lang: false } },
	);
	if (!loaded.ids) {
		throw new Error(`Odoo refuses the products: ${loaded.messages[0]?.message ?? 'no reason'}`);
	}
	const ids = loaded.ids;
	await setStock(admin, server, products, ids);
	const archived = ids.filter((_, index) => products[index]?.archived);
	if (archived.length > 0)
		await admin.call('product.product', 'write', [archived, { active: false }]);
	return Object.fromEntries(products.map(({ sku }, index) => [sku, ids[index] ?? 0]));
}

async function setStock(
	admin: OdooAdmin,
	server: Pick<OdooServer, 'version'>,
	products: ProductToSeed[],
	ids: number[],
): Promise<void> {
	const warehouses = await admin.call<{ lot_stock_id: [number, string] }[]>(
		'stock.warehouse',
		'search_read',
		[[]],
		{ fields: ['lot_stock_id'], limit: 1, order: 'id' },
	);
	const location = warehouses[0]?.lot_stock_id[0];
	const context = { inventory_mode: true };
	const counts = products.map(({ stock }, index) => ({
		...{ product_id: ids[index], location_id: location, inventory_quantity: stock },
	}));
	const counted = await admin.call<number[]>('stock.quant', 'create', [counts], { context });
	// Odoo 14 has applied each count at once.
	if (!isBefore(server.version, '15')) {
		await admin.call('stock.quant', 'action_apply_inventory', [counted], { context });
	}
}

/** Full external id of a SKU: what may not stand in one is written as `~` and two hex digits a byte. */
export function skuExternalId(sku: string): string {
	const escaped = [...Buffer.from(sku, 'utf8')]
		.map((byte) => {
			const character = String.fromCharCode(byte);
			return /[A-Za-z0-9_-]/.test(character)
				? character
				: `~${byte.toString(16).toUpperCase().padStart(2, '0')}`;
		})
		.join('');
	return `wechat_sku.${escaped}`;
}
