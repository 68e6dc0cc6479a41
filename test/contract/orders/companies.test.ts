import { connectOdoo } from '../../../lib/odoo/connect';
import type { OdooClient } from '../../../lib/odoo/client';
import { payment } from '../support/payments';
import { record } from '../support/recording';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';

interface Row {
	id: number;
	[field: string]: unknown;
}

/** Orders of a second company in the same database. */
describe.each(VERSIONS)('Orders of a second company in Odoo %s', (version) => {
	const shop = useShop(version);
	const [protocol] = protocolsOf(version);

	let client: OdooClient;
	let company: number;
	let pricelistId: number;
	const admin = () => shop().admin;
	const options = () => ({ taxes: 'none' as const, companyId: company, pricelistId });
	beforeAll(async () => {
		const values = { name: `Second company ${protocol}` };
		company = await admin().call<number>('res.company', 'create', [values]);
		// From 17 on a new company comes without a warehouse.
		const warehouses = [[['company_id', '=', company]]];
		if ((await admin().call<number>('stock.warehouse', 'search_count', warehouses)) === 0) {
			const warehouse = { name: `Second ${protocol}`, code: 'WH2', company_id: company };
			await admin().call('stock.warehouse', 'create', [warehouse]);
		}
		const [yuan] = await admin().call<number[]>('res.currency', 'search', [[['name', '=', 'CNY']]]);
		const pricelist = { name: `CNY ${protocol}`, currency_id: yuan, company_id: company };
		const { user, admin: boss } = shop().server;
		for (const login of [user.login, boss.login]) {
			const [id] = await admin().call<number[]>('res.users', 'search', [[['login', '=', login]]]);
			await admin().call('res.users', 'write', [[id], { company_ids: [[4, company]] }]);
		}
		pricelistId = await admin().call<number>('product.pricelist', 'create', [pricelist]);
		client = await connectOdoo({ ...shop().connection(protocol), timeoutMs: 54_321 });
	});

	it('are written there, with its own warehouse', async () => {
		const order = payment([{ product: shop().product(1000), quantity: 1, price: 100 }]);
		const [recorded] = await record(client, [order], options());
		expect(recorded?.reason).toBeUndefined();
		// Its warehouse is empty: the stock of the first company is not touched.
		expect(recorded).toMatchObject({ status: 'short', state: 'sale' });
		const [row] = await admin().call<Row[]>('sale.order', 'read', [
			[recorded?.sale_order_id],
			['company_id', 'warehouse_id'],
		]);
		expect(row?.company_id).toEqual([company, `Second company ${protocol}`]);
		const [warehouse] = await admin().call<Row[]>('stock.warehouse', 'read', [
			[Array.isArray(row?.warehouse_id) ? row.warehouse_id[0] : 0],
			['company_id'],
		]);
		expect(warehouse?.company_id).toEqual([company, `Second company ${protocol}`]);
	});

	it('are left to a person with the product named that belongs to another company', async () => {
		const product = shop().product(1000);
		await admin().call('product.product', 'write', [[product], { company_id: 1 }]);
		const order = payment([{ product, quantity: 1, price: 100 }]);
		const [recorded] = await record(client, [order], options());
		expect(recorded).toMatchObject({ status: 'needs_review', state: 'draft' });
		expect(recorded?.reason).toContain('belongs to another company.');
	});
});
