import type { OdooClient } from '../../odoo/client';
import { keepsStock, kitsAmong, storableField } from '../../odoo/kits';
import { searchRead, textOf, type Domain, type OdooRow } from '../../odoo/records';
import { hasSkuTable, SKU_MODEL_NAME } from '../../sku-map/odoo/stored-rows';
import { listed, type SettingCheck } from './setting-check';

/** The products of the SKU table that do not simply have stock: kits, combos, services, untracked goods. */
export const productsOfSkus: SettingCheck = {
	name: 'Products of WeChat SKUs',
	purpose: 'Kits, combos, services and untracked goods are not counted as other products are.',
	async check(odoo) {
		if (!(await hasSkuTable(odoo))) return undefined;
		const rows = await productsInTable(odoo);
		const kits = await kitsAmong(
			odoo,
			rows.map(({ id }) => id),
		);
		const names = (some: OdooRow[]) => listed(some.map((row) => textOf(row.display_name)));
		const combos = rows.filter(({ type }) => type === 'combo');
		const untracked = rows.filter((row) => row.type !== 'combo' && !keepsStock(row, kits));
		const ofKits = rows.filter(({ id }) => kits.has(id));
		const facts = [
			combos.length > 0 &&
				`Combos: ${names(combos)}. Their orders stay drafts, because the payment does not say what the buyer chose. Map each choice to its products as a set.`,
			ofKits.length > 0 && `Kits, counted by their components: ${names(ofKits)}.`,
			untracked.length > 0 &&
				`Without stock in Odoo, always available: ${names(untracked)}. Turn on Track Inventory for goods that can run out.`,
		].filter((fact) => typeof fact === 'string');
		if (facts.length === 0) return ['fine', 'Odoo counts the stock of each of them.'];
		return [combos.length > 0 ? 'attention' : 'fine', facts.join(' ')];
	},
};

async function productsInTable(odoo: OdooClient): Promise<OdooRow[]> {
	const rows = await searchRead(odoo, SKU_MODEL_NAME, [], ['x_product_id']);
	const ids = rows.flatMap(({ x_product_id: product }) =>
		Array.isArray(product) && typeof product[0] === 'number' ? product[0] : [],
	);
	const ofTable: Domain = [['id', 'in', [...new Set(ids)]]];
	const fields = [...new Set(['display_name', 'type', await storableField(odoo)])];
	return await searchRead(odoo, 'product.product', ofTable, fields);
}
