import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import { searchRead, textOf, type Domain } from '../../../lib/odoo/records';
import { toNodeError } from '../../shared/node-error';
import { odooClient } from '../../shared/odoo-connection';

const MOST = 100;

/** Active pricelists, with their currency in the name. */
export async function searchPricelists(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const domain: Domain = filter ? [['name', 'ilike', filter]] : [];
	const rows = await read.call(this, 'product.pricelist', domain, ['name', 'currency_id']);
	return {
		results: rows.map((row) => {
			const currency = Array.isArray(row.currency_id) ? ` (${String(row.currency_id[1])})` : '';
			return { name: `${textOf(row.name)}${currency}`, value: String(row.id) };
		}),
	};
}

/** People who can be asked to review an order. */
export async function getUsers(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const rows = await read.call(this, 'res.users', [['share', '=', false]], ['name']);
	return rows.map((row) => ({ name: textOf(row.name), value: row.id }));
}

async function read(this: ILoadOptionsFunctions, model: string, domain: Domain, fields: string[]) {
	try {
		const client = await odooClient(this);
		return await searchRead(client, model, domain, fields, { order: 'name', limit: MOST });
	} catch (error) {
		throw toNodeError(this.getNode(), error);
	}
}
