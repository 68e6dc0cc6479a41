import type { OdooServer, OdooVersion } from '../../../tools/services/odoo';
import { odooAdmin } from '../../../tools/services/odoo-admin';
import { isBefore } from '../../../tools/services/odoo-versions';
import { useShop, type Shop } from './shop';

/** Apps that many companies use: manufacturing with kits, drop-shipping with purchases, expiry dates, loyalty. */
const appsOf = (version: OdooVersion): string[] => [
	'sale_mrp',
	'stock_dropshipping',
	'product_expiry',
	isBefore(version, '16') ? 'sale_coupon' : 'sale_loyalty',
];

/** Installs the apps in a new database, or on the server from the environment. */
export async function installApps(server: OdooServer): Promise<void> {
	const names = appsOf(server.version);
	if (server.databases) return await server.databases.install(server.database, names);
	const admin = odooAdmin(server);
	const missing = [
		['name', 'in', names],
		['state', '=', 'uninstalled'],
	];
	const ids = await admin.call<number[]>('ir.module.module', 'search', [missing]);
	if (ids.length > 0) await admin.call('ir.module.module', 'button_immediate_install', [ids]);
}

/** Opens a shop whose Odoo has the apps. */
export const useRoutes = (
	version: OdooVersion,
	prepare?: (shop: Shop) => Promise<unknown>,
): (() => Shop) =>
	useShop(
		version,
		async (shop) => {
			if (shop.server.template !== 'routes') await installApps(shop.server);
			await prepare?.(shop);
		},
		'routes',
	);
