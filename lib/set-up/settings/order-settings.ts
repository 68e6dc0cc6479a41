import { readApiKeys } from '../../odoo/api-keys';
import { findByExternalId } from '../../odoo/external-ids';
import { nameOf, ownCompanyId, searchRead, textOf, type Domain } from '../../odoo/records';
import { listed, type SettingCheck } from './setting-check';

/** Lock Confirmed Sales, which applies to everybody who is in its group. */
export const lockedOrders: SettingCheck = {
	name: 'Lock Confirmed Sales',
	purpose: 'Locked orders cannot be cancelled in Odoo before they are unlocked.',
	async check(odoo) {
		const group = await findByExternalId(odoo, 'sale.group_auto_done_setting');
		if (!group) return undefined;
		const known = await odoo.fields('res.users');
		const field = ['all_group_ids', 'group_ids', 'groups_id'].find((name) => known.has(name));
		if (!field) return undefined;
		const member: Domain = [
			['id', '=', await odoo.userId()],
			[field, 'in', [group.id]],
		];
		const locks = (await searchRead(odoo, 'res.users', member, ['id'])).length > 0;
		return [
			'fine',
			locks
				? 'It is on. Orders are unlocked before they are cancelled, by refunds, expired holds or Cancel.'
				: 'It is off.',
		];
	},
};

/** Rules of the pricelists in a currency. */
export const pricelistRules = (currency: string): SettingCheck => ({
	name: `Pricelist rules in ${currency}`,
	purpose: 'Orders keep the prices that were paid, whatever the pricelist says.',
	async check(odoo) {
		const rules: Domain = [['pricelist_id.currency_id.name', '=', currency]];
		const rows = await searchRead(odoo, 'product.pricelist.item', rules, ['pricelist_id']);
		const names = [...new Set(rows.map((row) => nameOf(row.pricelist_id)))];
		return [
			'fine',
			rows.length === 0
				? 'There are none.'
				: `${listed(names)}: their ${rows.length} rules and discounts are not applied to WeChat orders.`,
		];
	},
});

/** Rates of the active currencies other than that of the company. */
export const currencyRates: SettingCheck = {
	name: 'Currency rates',
	purpose: 'Odoo converts orders in other currencies at these rates.',
	async check(odoo) {
		const [company] = await searchRead(
			odoo,
			'res.company',
			[['id', '=', (await ownCompanyId(odoo)) ?? 0]],
			['currency_id'],
		);
		const home = nameOf(company?.currency_id);
		const others: Domain = [
			['name', '!=', home],
			['rate_ids', '=', false],
		];
		const rows = await searchRead(odoo, 'res.currency', others, ['name']);
		if (rows.length === 0) return ['fine', 'Every active currency has a rate.'];
		return [
			'attention',
			`Odoo counts ${listed(rows.map(({ name }) => textOf(name)))} as ${home}, one to one, because they have no rate. Enter rates: Invoicing (Accounting) → Configuration → Currencies.`,
		];
	},
};

const DAY_MS = 24 * 60 * 60 * 1000;
/** An API key that ends within this time is reported. */
const SOON_MS = 30 * DAY_MS;

/** The end of the user's API keys. @param now milliseconds since 1970 */
export const apiKeyEnd = (now: number): SettingCheck => ({
	name: 'API key',
	purpose: 'Without a valid API key nothing is recorded.',
	async check(odoo) {
		const keys = await readApiKeys(odoo);
		if (!keys) return undefined;
		const ends = keys.flatMap(({ name, end }) =>
			end === undefined ? [] : [{ name, end: new Date(end).toISOString().slice(0, 10) }],
		);
		const soon = ends.filter(({ end }) => Date.parse(end) - now < SOON_MS);
		const text = (keys: typeof ends) => listed(keys.map(({ name, end }) => `${name} on ${end}`));
		if (soon.length > 0) {
			return [
				'attention',
				`API keys of the user end soon: ${text(soon)}. Create a new key in time (the user's Preferences → Security → Add API Key), and enter it in the credential.`,
			];
		}
		return ['fine', ends.length > 0 ? `Keys end: ${text(ends)}.` : 'No key of the user ends.'];
	},
});
