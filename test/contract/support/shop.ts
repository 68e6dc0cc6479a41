import { connectOdoo, type OdooConnection } from '../../../lib/odoo/connect';
import type { OdooClient } from '../../../lib/odoo/client';
import { odooAdmin, type OdooAdmin } from '../../../tools/services/odoo-admin';
import { startOdoo, type OdooServer, type OdooVersion } from '../../../tools/services/odoo';
import { seedProducts } from '../../../tools/services/odoo-seed';
import { progressFor } from '../../../tools/services/progress';
import type { Protocol } from './versions';

/** What each new product of the shop has on hand. */
const STOCKS = [0, 1, 2, 1000] as const;
const OF_EACH = 40;

/** A real Odoo that sells a few things, and the administrator who looks at what came of it. */
export interface Shop {
	server: OdooServer;
	admin: OdooAdmin;
	/** Database id of a product that no test has used, with so many pieces on hand. */
	product(stock: (typeof STOCKS)[number]): number;
	connection(protocol: Protocol): OdooConnection;
	/** Connects as the least-privilege user. */
	connect(protocol: Protocol): Promise<OdooClient>;
}

const PRODUCTS = STOCKS.flatMap((stock) =>
	Array.from({ length: OF_EACH }, (_, index) => ({
		sku: `RECORD-${stock}-${index}`,
		name: `Thing ${stock}-${index}`,
		price: 1,
		stock,
	})),
);

/** Puts the products of a shop into a database. All at once: one by one would take minutes. */
export async function stockShelves(server: OdooServer): Promise<Record<string, number>> {
	return await seedProducts(odooAdmin(server), server, PRODUCTS);
}

/** Opens a shop on a new database. @param template a prepared state of it, with the products in it */
export async function openShop(version: OdooVersion, template = 'shop'): Promise<Shop> {
	return await shopOn(await startOdoo(version, progressFor(`odoo ${version}`), template));
}

/** The shop on a server whose shelves may have been stocked. */
export async function shopOn(server: OdooServer): Promise<Shop> {
	const admin = odooAdmin(server);
	const ids = server.template ? await productIds(admin) : await stockShelves(server);
	const unused = new Map(
		STOCKS.map((stock) => [stock, PRODUCTS.filter((product) => product.stock === stock)]),
	);
	const connection = (protocol: Protocol): OdooConnection => ({
		url: server.url,
		database: server.database,
		login: server.user.login,
		secret: server.user.apiKey ?? server.user.password,
		protocol,
		timeoutMs: 60_000,
	});
	return {
		server,
		admin,
		connection,
		connect: async (protocol) => await connectOdoo(connection(protocol)),
		product(stock) {
			const next = unused.get(stock)?.shift();
			if (!next) throw new Error(`Every product with ${stock} pieces has been used`);
			return ids[next.sku] ?? 0;
		},
	};
}

async function productIds(admin: OdooAdmin): Promise<Record<string, number>> {
	const codes = PRODUCTS.map(({ sku }) => sku);
	const rows = await admin.call<Array<{ id: number; default_code: string }>>(
		'product.product',
		'search_read',
		[[['default_code', 'in', codes]], ['default_code']],
	);
	return Object.fromEntries(rows.map(({ id, default_code: sku }) => [sku, id]));
}

/**
 * Opens a shop before the tests of a `describe` and closes it after them.
 *
 * @param prepare what the tests need beyond it
 * @param template `routes`: with the apps of `support/apps`, `books`: with the localizations of `support/localizations`
 */
export function useShop(
	version: OdooVersion,
	prepare?: (shop: Shop) => Promise<unknown>,
	template?: string,
): () => Shop {
	let open: Shop;
	beforeAll(async () => {
		open = await openShop(version, template);
		await prepare?.(open);
	}, 1_800_000);
	afterAll(async () => await open?.server.stop());
	return () => open;
}
