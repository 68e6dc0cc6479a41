import type { OdooClient } from '../odoo/client';
import { searchRead } from '../odoo/records';
import { ADMINISTRATOR } from '../odoo/rights';
import type { Piece } from '../odoo/schema/setup-step';

/** A currency of payments, settlements or the bank, by its ISO 4217 code. Stays when set-up is removed. */
export const currencyPiece = (code: string): Piece => ({
	name: `Currency ${code}`,
	purpose: `Amounts in ${code} can be written down.`,
	model: 'res.currency',
	operation: 'write',
	right: ADMINISTRATOR,
	find: async (odoo) => (await currencies(odoo, code)).some(({ active }) => active === true),
	async make(odoo) {
		const ids = (await currencies(odoo, code)).map(({ id }) => id);
		await odoo.call('res.currency', 'write', { ids, params: { vals: { active: true } } });
	},
});

const currencies = async (odoo: OdooClient, code: string) =>
	await searchRead(odoo, 'res.currency', [['name', '=', code]], ['active'], { archived: true });
