import { createHash } from 'node:crypto';

import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { CREATE_ONLY, loadRecords } from '../../odoo/load';
import { searchRead } from '../../odoo/records';

type UtmModel = 'utm.source' | 'utm.medium' | 'utm.campaign';

/**
 * Database id of a UTM source, medium or campaign by its name, made when there is none, asked for
 * once a connection. Undefined without a name, and where the user may not make it: an order counts
 * more than its marketing source.
 */
export async function utmId(
	odoo: OdooClient,
	model: UtmModel,
	name: string | undefined,
): Promise<number | undefined> {
	if (!name) return undefined;
	return await odoo.remember(`${model} ${name}`, async () => await findOrCreate(odoo, model, name));
}

async function findOrCreate(
	odoo: OdooClient,
	model: UtmModel,
	name: string,
): Promise<number | undefined> {
	try {
		const domain: [[string, string, string]] = [['name', '=', name]];
		const [first] = await searchRead(odoo, model, domain, ['name'], { order: 'id', limit: 1 });
		if (first) return first.id;
		const record = { key: name, rows: [[externalId(model, name), name]] };
		const { ids } = await loadRecords(odoo, model, ['id', 'name'], [record], CREATE_ONLY);
		return ids.get(name);
	} catch (error) {
		if (error instanceof IntegrationError && error.code === 'ODOO_ACCESS_DENIED') return undefined;
		return await Promise.reject(error);
	}
}

const externalId = (model: UtmModel, name: string): string =>
	`wechat_pay.${model.replace('.', '_')}_${createHash('sha256').update(name).digest('hex').slice(0, 24)}`;
