import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { searchRead, textOf, type Domain } from '../../lib/odoo/records';
import { toNodeError } from './node-error';
import { odooClient } from './odoo-connection';

const MOST = 500;

/** A list to choose from: what a domain finds in a model, by its name in Odoo. */
const choices = (model: string, domain: Domain = []) =>
	async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		try {
			const client = await odooClient(this);
			const fields = ['display_name'];
			const rows = await searchRead(client, model, domain, fields, { limit: MOST });
			return rows.map((row) => ({ name: textOf(row.display_name), value: row.id }));
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	};

/** Products of lines that are no goods: shipping, discounts. */
export const getServices = choices('product.product', [
	['type', '=', 'service'],
	['sale_ok', '=', true],
]);
export const getFiscalPositions = choices('account.fiscal.position');
export const getCountries = choices('res.country');
export const getCompanies = choices('res.company');
export const getWarehouses = choices('stock.warehouse');
export const getSalesTeams = choices('crm.team');
export const getSaleTags = choices('crm.tag');
export const getAccounts = choices('account.account');
export const getGeneralJournals = choices('account.journal', [['type', '=', 'general']]);
/** Where bank statements come in. */
export const getBankJournals = choices('account.journal', [['type', '=', 'bank']]);
/** Places that stock is counted in. */
export const getStockLocations = choices('stock.location', [
	['usage', 'in', ['internal', 'transit']],
]);
