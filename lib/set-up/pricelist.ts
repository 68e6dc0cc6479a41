import type { OdooClient } from '../odoo/client';
import { searchRead } from '../odoo/records';
import { SALES_ADMINISTRATOR, type Piece } from '../odoo/schema/setup-step';
import { makeRecord } from '../odoo/schema/record-step';

/** A pricelist in a currency: a sale order has the currency of its pricelist. Stays when set-up is removed. */
export const pricelistPiece = (currency: string): Piece => ({
	name: `Pricelist in ${currency}`,
	purpose: `Orders paid in ${currency} get that currency.`,
	model: 'product.pricelist',
	operation: 'create',
	right: SALES_ADMINISTRATOR,
	find: async (odoo) =>
		(await searchRead(odoo, 'product.pricelist', [['currency_id.name', '=', currency]], ['name']))
			.length > 0,
	async make(odoo) {
		await makeRecord(odoo, 'product.pricelist', `wechat_setup.pricelist_${currency}`, {
			name: `WeChat ${currency}`,
			'currency_id/.id': String(await currencyId(odoo, currency)),
		});
	},
});

async function currencyId(odoo: OdooClient, currency: string): Promise<number> {
	const [found] = await searchRead(odoo, 'res.currency', [['name', '=', currency]], ['name']);
	return found?.id ?? 0;
}
