import type { OdooClient } from '../odoo/client';
import { searchRead, type OdooRow } from '../odoo/records';
import { makeRecord } from '../odoo/schema/make-records';
import { SALES_ADMINISTRATOR, type SetupStep } from '../odoo/schema/setup-step';
import { ADMINISTRATOR } from '../odoo/rights';

/** A currency of payments, settlements or the bank, by its ISO 4217 code. Removing set-up keeps it. */
export const currencyStep = (code: string): SetupStep => ({
	name: `Currency ${code}`,
	purpose: `Amounts in ${code} can be recorded.`,
	model: 'res.currency',
	operation: 'write',
	right: ADMINISTRATOR,
	find: async (odoo) => (await currencies(odoo, code)).some(({ active }) => active === true),
	async make(odoo) {
		const ids = (await currencies(odoo, code)).map(({ id }) => id);
		await odoo.call('res.currency', 'write', { ids, params: { vals: { active: true } } });
	},
});

/** A pricelist in a currency: a sale order has the currency of its pricelist. Removing set-up keeps it. */
export const pricelistStep = (code: string): SetupStep => ({
	name: `Pricelist in ${code}`,
	purpose: `Orders paid in ${code} are recorded in ${code}.`,
	model: 'product.pricelist',
	operation: 'create',
	right: SALES_ADMINISTRATOR,
	async find(odoo) {
		const inCurrency: [string, string, unknown] = ['currency_id.name', '=', code];
		return (await searchRead(odoo, 'product.pricelist', [inCurrency], ['name'])).length > 0;
	},
	async make(odoo) {
		const [currency] = await currencies(odoo, code);
		await makeRecord(odoo, 'product.pricelist', `wechat_setup.pricelist_${code}`, {
			name: `WeChat ${code}`,
			'currency_id/.id': String(currency?.id ?? 0),
		});
	},
});

/** The currency of a code, active or not. */
const currencies = async (odoo: OdooClient, code: string): Promise<OdooRow[]> =>
	await searchRead(odoo, 'res.currency', [['name', '=', code]], ['active'], { archived: true });
