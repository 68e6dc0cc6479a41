import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as rights from '../../../lib/odoo/rights';
import type { OdooVersion } from '../../../tools/services/odoo';
import { useShop } from '../support/shop';
import { VERSIONS } from '../support/versions';

const page = readFileSync(join(__dirname, '../../../docs/odoo-setup.md'), 'utf8').replace(
	/[*_]/g,
	'',
);

const GROUPS = [
	'sales_team.group_sale_salesman_all_leads',
	'stock.group_stock_user',
	'base.group_partner_manager',
	'account.group_account_invoice',
];
const NAMED_RIGHTS = [
	rights.SALES_ALL_DOCUMENTS,
	rights.INVENTORY_USER,
	rights.CONTACT_CREATION,
	rights.INVOICING,
];

/** Fields that the page sends people to, with a choice of theirs where it names one. */
const FIELDS: Partial<Record<OdooVersion, Array<[model: string, field: string, choice?: string]>>> =
	{
		'19': [
			['product.template', 'is_storable'],
			['product.template', 'sale_ok'],
			['product.template', 'taxes_id'],
			['account.tax', 'price_include_override', 'tax_included'],
			['stock.picking.type', 'reservation_method', 'at_confirm'],
			['res.config.settings', 'group_product_pricelist'],
			['res.users.apikeys.description', 'duration', '90'],
		],
		'14': [
			['product.template', 'type', 'product'],
			['product.template', 'sale_ok'],
			['product.template', 'taxes_id'],
			['account.tax', 'price_include'],
			['res.config.settings', 'group_product_pricelist'],
		],
	};

/** Tabs and buttons on the way to an API key, and the views that have them. */
const CAPTIONS: Partial<Record<OdooVersion, Array<[view: string, caption: string]>>> = {
	'19': [
		['base.view_users_form', 'Security'],
		['base.view_users_form', 'Change password'],
		['base.view_users_form_simple_modif', 'Security'],
		['base.view_users_form_simple_modif', 'Add API Key'],
		['base.form_res_users_key_description', 'Generate key'],
	],
	'14': [
		['base.view_users_form_simple_modif', 'Account Security'],
		['base.view_users_form_simple_modif', 'New API Key'],
		['base.form_res_users_key_description', 'Generate key'],
	],
};

/** The names on the page that sets Odoo up, held against those that a real Odoo gives. */
describe.each(VERSIONS)('Names in Odoo %s', (version) => {
	const shop = useShop(version);

	const record = async (externalId: string, model: string, field: string): Promise<string> => {
		const [module, name] = externalId.split('.');
		const domain = [
			['module', '=', module],
			['name', '=', name],
		];
		const { admin } = shop();
		const [found] = await admin.call<Array<{ res_id: number }>>('ir.model.data', 'search_read', [
			domain,
			['res_id'],
		]);
		const read = await admin.call<Array<Record<string, string>>>(model, 'read', [
			[found?.res_id],
			[field],
		]);
		return read[0]?.[field] ?? '';
	};

	it('calls the rights as the page and the errors do', async () => {
		const named = await Promise.all(
			GROUPS.map(async (group) => await record(group, 'res.groups', 'full_name')),
		);
		for (const [index, right] of named.entries()) {
			expect(page).toContain(right.replace(' / ', ': '));
			// The errors give the newest name first, and what an older version has in its place behind it.
			const words = right.split(/ \/ |: /).at(-1) ?? '';
			expect(NAMED_RIGHTS[index]).toContain(words.replace(/^Contact /, ''));
		}
	});

	it('calls fields, choices, tabs and buttons as the page does', async () => {
		const { admin } = shop();
		const missing: string[] = [];
		for (const [model, field, choice] of FIELDS[version] ?? []) {
			const described = await admin.call<
				Record<string, { string: string; selection?: Array<[string, string]> }>
			>(model, 'fields_get', [[field], ['string', 'selection']]);
			const { string = '', selection = [] } = described[field] ?? {};
			const label = selection.find(([value]) => value === choice)?.[1];
			missing.push(...[string, ...(choice ? [label ?? field] : [])].filter(isNotOnPage));
		}
		for (const [view, caption] of CAPTIONS[version] ?? []) {
			const arch = await record(view, 'ir.ui.view', 'arch_db');
			if (!arch.includes(`"${caption}"`) || isNotOnPage(caption)) missing.push(caption);
		}
		expect(missing).toEqual([]);
	});
});

const isNotOnPage = (name: string): boolean => !page.includes(name);
