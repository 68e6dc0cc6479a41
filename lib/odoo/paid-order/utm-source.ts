import { IntegrationError } from '../../errors';
import type { OdooClient } from '../client';
import { loadRecords } from '../load';
import { searchRead } from '../records';

const known = new WeakMap<OdooClient, Promise<number | undefined>>();

/**
 * Database id of the UTM source "WeChat", made when there is none, asked for once a connection.
 * Undefined where the user may not make it: an order counts more than its marketing source.
 */
export async function wechatSource(odoo: OdooClient): Promise<number | undefined> {
	const source = known.get(odoo) ?? findOrCreate(odoo);
	known.set(odoo, source);
	return await source.catch((error: unknown) => {
		known.delete(odoo);
		return Promise.reject(error);
	});
}

async function findOrCreate(odoo: OdooClient): Promise<number | undefined> {
	try {
		const [first] = await searchRead(odoo, 'utm.source', [['name', '=', 'WeChat']], ['name'], {
			order: 'id',
			limit: 1,
		});
		if (first) return first.id;
		const record = { key: 'WeChat', rows: [['wechat_pay.utm_source', 'WeChat']] };
		const { ids } = await loadRecords(odoo, 'utm.source', ['id', 'name'], [record]);
		return ids.get('WeChat');
	} catch (error) {
		if (error instanceof IntegrationError && error.code === 'ODOO_ACCESS_DENIED') return undefined;
		return await Promise.reject(error);
	}
}
