import { createSandbox } from '../../sandbox';
import { n8nClient } from '../services/n8n-client';
import { odooAdmin, type OdooAdmin } from '../services/odoo-admin';
import { seedProducts, type ProductToSeed } from '../services/odoo-seed';
import type { OwnServers, SandboxSetting, Servers } from './servers';

/** Signs in to the user's servers and gets the stock ready. */
export async function openOwnServers(
	{ n8n, odoo }: OwnServers,
	products: ProductToSeed[],
	setting: SandboxSetting,
): Promise<Servers> {
	const admin = odooAdmin(odoo);
	const client = await n8nClient(n8n);
	const reserved = await reservedBefore(admin, products);
	const enough = products.map((one) => ({
		...one,
		stock: one.stock + (reserved.get(one.sku) ?? 0),
	}));
	await seedProducts(admin, odoo, enough);
	const sandbox = await createSandbox(setting);
	return { odoo, admin, sandbox, client, n8n, stop: sandbox.stop };
}

/** Units that orders of an earlier rehearsal still reserve, by SKU. */
async function reservedBefore(
	admin: OdooAdmin,
	products: ProductToSeed[],
): Promise<Map<string, number>> {
	const reserved = new Map<string, number>();
	for (const { sku } of products) {
		const quants = await admin.call<Array<{ reserved_quantity: number }>>(
			'stock.quant',
			'search_read',
			[
				[
					['product_id.default_code', '=', sku],
					['location_id.usage', '=', 'internal'],
				],
				['reserved_quantity'],
			],
		);
		reserved.set(
			sku,
			quants.reduce((sum, one) => sum + one.reserved_quantity, 0),
		);
	}
	return reserved;
}
