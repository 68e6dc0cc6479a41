import { connectOdoo, type OdooConnection } from '../../../lib/odoo/connect';
import type { OdooClient } from '../../../lib/odoo/client';
import { odooAdmin, type OdooAdmin } from '../../../scripts/services/odoo-admin';
import { startOdoo, type OdooServer, type OdooVersion } from '../../../scripts/services/odoo';
import { seedProducts } from '../../../scripts/services/odoo-seed';
import { progressFor } from '../../../scripts/services/progress';

export type Protocol = 'json2' | 'xmlrpc';

/** A real Odoo that sells a few things, and the administrator who looks at what came of it. */
export interface Shop {
	server: OdooServer;
	admin: OdooAdmin;
	/** Makes a product and says its database id. Price in yuan. */
	product(stock: number, price: number): Promise<number>;
	connection(protocol: Protocol): OdooConnection;
	/** Connects as the least-privilege user. */
	connect(protocol: Protocol): Promise<OdooClient>;
}

export async function openShop(version: OdooVersion): Promise<Shop> {
	const server = await startOdoo(version, progressFor(`odoo ${version}`));
	const admin = odooAdmin(server);
	let made = 0;
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
		async product(stock, price) {
			made += 1;
			const sku = `RECORD-${made}`;
			const ids = await seedProducts(admin, server, [{ sku, name: `Thing ${made}`, price, stock }]);
			return ids[sku] ?? 0;
		},
	};
}
