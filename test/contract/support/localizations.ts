import type { OdooServer } from '../../../tools/services/odoo';
import { odooAdmin } from '../../../tools/services/odoo-admin';
import { isBefore } from '../../../tools/services/odoo-versions';
import { runPython } from '../../../tools/services/odoo-python';
import type { Shop } from './shop';

/** A company with the chart of accounts and the taxes of its country, a warehouse and a pricelist in CNY. */
export interface LocalCompany {
	companyId: number;
	name: string;
	/** ISO 4217. */
	currency: string;
	pricelistId: number;
	/** A product with the domestic sales tax, of which it has 100. */
	product: number;
	/** Fiscal position for buyers in other countries. */
	exportPosition: number;
	/** Whether it leaves the domestic tax on the lines, as that of India does in Odoo 14. */
	exportIsTaxed: boolean;
}

interface Country {
	currency: string;
	taxNumber: string;
	/** External id of its state or emirate. */
	state: string;
	chart: string;
	chartIn14: string;
	exportPosition: string;
	exportPositionIn14: string;
}

const COUNTRIES: Record<'in' | 'ae', Country> = {
	in: {
		...{ currency: 'INR', state: 'base.state_in_mh', taxNumber: '27AAAAA0000A1Z5' },
		...{ chart: 'in', chartIn14: 'l10n_in.indian_chart_template_standard' },
		exportPosition: 'fiscal_position_in_export_sez_in',
		exportPositionIn14: 'fiscal_position_in_export',
	},
	ae: {
		...{ currency: 'AED', state: 'base.state_ae_du', taxNumber: '100000000000003' },
		...{ chart: 'ae', chartIn14: 'l10n_ae.uae_chart_template_standard' },
		exportPosition: 'account_fiscal_position_non_uae_countries',
		exportPositionIn14: 'account_fiscal_position_non_uae_countries',
	},
};

const APPS = ['l10n_in', 'l10n_ae'];

/** Installs the books of India and of the United Arab Emirates in a new database, or on the server from the environment. */
export async function installLocalizations(server: OdooServer): Promise<void> {
	if (server.databases) return await server.databases.install(server.database, APPS);
	const admin = odooAdmin(server);
	const missing = [
		['name', 'in', APPS],
		['state', '=', 'uninstalled'],
	];
	const ids = await admin.call<number[]>('ir.module.module', 'search', [missing]);
	if (ids.length > 0) await admin.call('ir.module.module', 'button_immediate_install', [ids]);
}

export async function localCompany(shop: Shop, code: 'in' | 'ae'): Promise<LocalCompany> {
	const { admin, server } = shop;
	const { currency, state, taxNumber, ...country } = COUNTRIES[code];
	const name = `Company in ${code}`;
	const old = isBefore(server.version, '17');
	const load = old
		? `env.ref('${country.chartIn14}').try_loading(company)`
		: `env['account.chart.template'].try_loading('${country.chart}', company)`;
	const storable = isBefore(server.version, '18')
		? "'type': 'product'"
		: "'type': 'consu', 'is_storable': True";
	await runPython(
		shop,
		[
			`state = env.ref('${state}')`,
			`currency = env.ref('base.${currency}')`,
			"yuan = env.ref('base.CNY')",
			'(currency + yuan).write({"active": True})',
			"company = env['res.company'].create({",
			`  'name': '${name}', 'country_id': state.country_id.id, 'state_id': state.id, 'currency_id': currency.id})`,
			`people = env['res.users'].search([('login', 'in', ['${server.user.login}', '${server.admin.login}'])])`,
			"people.write({'company_ids': [(4, company.id)]})",
			load,
			// With a tax number, a company in India has domestic taxes.
			`company.write({'vat': '${taxNumber}'})`,
			"warehouse = env['stock.warehouse'].search([('company_id', '=', company.id)], limit=1)",
			'if not warehouse:',
			`  warehouse = env['stock.warehouse'].create({'name': 'Main', 'code': 'M${code}', 'company_id': company.id})`,
			"env['product.pricelist'].create({",
			`  'name': 'CNY of ${name}', 'currency_id': yuan.id, 'company_id': company.id})`,
			"product = env['product.product'].create({",
			`  'name': 'Goods of ${name}', 'list_price': 1, ${storable},`,
			"  'taxes_id': [(6, 0, company.account_sale_tax_id.ids)]})",
			"env['stock.quant']._update_available_quantity(product, warehouse.lot_stock_id, 100)",
		].join('\n'),
	);
	const only = async (model: string, domain: unknown[]) => {
		const [id] = await admin.call<number[]>(model, 'search', [domain]);
		if (id === undefined) throw new Error(`There is no ${model} ${JSON.stringify(domain)}`);
		return id;
	};
	const companyId = await only('res.company', [['name', '=', name]]);
	const position = old ? country.exportPositionIn14 : country.exportPosition;
	const [named] = await admin.call<Array<{ res_id: number }>>('ir.model.data', 'search_read', [
		[
			['model', '=', 'account.fiscal.position'],
			['name', '=', `${companyId}_${position}`],
		],
		['res_id'],
	]);
	return {
		...{ companyId, name, currency },
		pricelistId: await only('product.pricelist', [['name', '=', `CNY of ${name}`]]),
		product: await only('product.product', [['name', '=', `Goods of ${name}`]]),
		exportPosition: named?.res_id ?? 0,
		exportIsTaxed: code === 'in' && old,
	};
}
