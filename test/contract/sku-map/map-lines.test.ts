import type { IDataObject } from 'n8n-workflow';

import type { Mapping } from '../../../lib/sku-map/mapping';
import { SkuMap } from '../../../nodes/SkuMap/SkuMap.node';
import { odooFields } from '../../../tools/services/odoo-fields';
import { startOdoo } from '../../../tools/services/odoo';
import { odooAdmin } from '../../../tools/services/odoo-admin';
import { seedProducts } from '../../../tools/services/odoo-seed';
import type { OdooServer } from '../../../tools/services/odoo-server';
import { progressFor } from '../../../tools/services/progress';
import { runNode } from '../../support/engine';
import { VERSIONS } from '../support/versions';

const PRODUCTS = [
	{ sku: 'TEE-RED-M', name: 'Red tee, M', price: 99, stock: 1 },
	{ sku: 'MUG.01 红', name: 'Mug', price: 35, stock: 1 },
	{ sku: 'OLD', name: 'Archived scarf', price: 10, stock: 0, archived: true },
	{ sku: 'GIFT', name: 'Not for sale', price: 0, stock: 1, saleable: false },
	{ sku: 'TWIN-A', name: 'Twin', price: 1, stock: 0 },
	{ sku: 'TWIN-B', name: 'Other twin', price: 1, stock: 0 },
];

describe.each(VERSIONS)('SKU Map in the engine of n8n, on Odoo %s', (version) => {
	let odoo: OdooServer;
	let ids: Record<string, number>;

	beforeAll(async () => {
		odoo = await startOdoo(version, progressFor(`odoo ${version}`));
		const admin = odooAdmin(odoo);
		ids = await seedProducts(admin, odoo, PRODUCTS);
		// Two products of one Internal Reference, as Odoo allows.
		await admin.call('product.product', 'write', [
			[ids['TWIN-A'], ids['TWIN-B']],
			{ default_code: 'TWIN' },
		]);
	}, 1_800_000);

	afterAll(async () => await odoo?.stop());

	const map = async (parameters: IDataObject, ...skus: string[]) => {
		const items = skus.map((sku) => ({ lines: [{ sku, quantity: 2, unit_price_fen: 100 }] }));
		const [mapped = [], unmapped = []] = await runNode(
			new SkuMap(),
			{ resource: 'orderLine', operation: 'mapToProducts', ...parameters } as never,
			items,
			odooFields(odoo),
		);
		const mappings = (output: typeof mapped) =>
			output.map(({ json }) => json.mapping as unknown as Mapping);
		return { mapped: mappings(mapped), unmapped: mappings(unmapped) };
	};
	const products = (mappings: Mapping[]) => mappings.map(({ lines }) => lines[0]?.product_id);
	const reasons = (mappings: Mapping[]) => mappings.map(({ unmapped }) => unmapped[0]?.reason);
	const rows = (...row: Array<{ sku: string; product: string }>) => ({
		table: 'inline',
		rows: { row },
	});

	it('finds products by the External ID of their SKU, whatever its characters', async () => {
		const { mapped, unmapped } = await map(
			{ table: 'odoo' },
			'TEE-RED-M',
			'MUG.01 红',
			'TEE-RED-M',
		);
		expect(unmapped).toEqual([]);
		expect(products(mapped)).toEqual([ids['TEE-RED-M'], ids['MUG.01 红'], ids['TEE-RED-M']]);
		expect(mapped[0]?.lines[0]).toMatchObject({ quantity: 2, unit_price_fen: 100 });
	});

	it('says why it maps no unknown, archived or unsaleable product', async () => {
		const { mapped, unmapped } = await map({ table: 'odoo' }, 'NOBODY', 'OLD', 'GIFT', 'MUG_01 红');
		expect(mapped).toEqual([]);
		expect(reasons(unmapped)).toEqual(['unknown', 'archived', 'not_for_sale', 'unknown']);
	});

	it('takes rows that name products by Internal Reference', async () => {
		const table = rows({ sku: 'WX-1', product: 'TEE-RED-M' }, { sku: 'WX-2', product: 'GONE' });
		const { mapped, unmapped } = await map(
			{ ...table, matchBy: 'defaultCode' },
			'WX-1',
			'WX-2',
			'WX-3',
		);
		expect(products(mapped)).toEqual([ids['TEE-RED-M']]);
		expect(reasons(unmapped)).toEqual(['missing_product', 'unknown']);
	});

	it('takes rows that name products by database id or External ID', async () => {
		const byId = rows({ sku: 'WX-1', product: String(ids['TEE-RED-M']) });
		expect(products((await map({ ...byId, matchBy: 'id' }, 'WX-1')).mapped)).toEqual([
			ids['TEE-RED-M'],
		]);
		const byName = rows({ sku: 'WX-1', product: 'wechat_sku.TEE-RED-M' });
		const { mapped } = await map({ ...byName, matchBy: 'externalId' }, 'WX-1');
		expect(products(mapped)).toEqual([ids['TEE-RED-M']]);
	});

	it('never chooses between two products of one Internal Reference', async () => {
		const table = rows({ sku: 'WX-1', product: 'TWIN' });
		const { unmapped } = await map({ ...table, matchBy: 'defaultCode' }, 'WX-1');
		expect(reasons(unmapped)).toEqual(['ambiguous']);
	});

	it('falls back to the exact Internal Reference only where asked to', async () => {
		const fallBack = {
			...rows(),
			matchBy: 'defaultCode',
			options: { fallBackToDefaultCode: true },
		};
		const { mapped, unmapped } = await map(fallBack, 'TEE-RED-M', 'tee-red-m', 'TWIN');
		expect(products(mapped)).toEqual([ids['TEE-RED-M']]);
		expect(reasons(unmapped)).toEqual(['unknown', 'ambiguous']);
		expect(reasons((await map(rows(), 'TEE-RED-M')).unmapped)).toEqual(['unknown']);
	});
});
