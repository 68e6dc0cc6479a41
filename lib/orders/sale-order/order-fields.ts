import { createHash } from 'node:crypto';

import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { CREATE_ONLY, loadRecords } from '../../odoo/load';
import { ownCompanyId, searchRead, type Domain, inCompany, WITHOUT_LOG } from '../../odoo/records';
import { WECHAT_ORDER_FIELDS, type WechatOrderField } from '../model/order-keys';
import type { RecordOptions } from '../model/paid-order';

/** Context for a `load` of new sale orders or their lines. */
export const newOrderContext = ({ companyId }: Pick<RecordOptions, 'companyId'>) => ({
	...CREATE_ONLY,
	...WITHOUT_LOG,
	...inCompany(companyId),
});

/** The taxes of a sale order line: `tax_ids` since Odoo 19, `tax_id` before. */
export async function lineTaxField(odoo: OdooClient): Promise<'tax_ids' | 'tax_id'> {
	return (await odoo.fields('sale.order.line')).has('tax_ids') ? 'tax_ids' : 'tax_id';
}

/** The tax field if lines have to be written without taxes; undefined if Odoo sets them. */
export const clearedTaxField = async (
	odoo: OdooClient,
	{ taxes }: Pick<RecordOptions, 'taxes'>,
): Promise<string | undefined> => (taxes === 'none' ? await lineTaxField(odoo) : undefined);

/** Fields of set-up that this database has. */
export async function wechatFields(odoo: OdooClient): Promise<WechatOrderField[]> {
	const known = await odoo.fields('sale.order');
	return WECHAT_ORDER_FIELDS.filter((field) => known.has(field));
}

type UtmModel = 'utm.source' | 'utm.medium' | 'utm.campaign';

/**
 * Database id of a UTM source, medium or campaign, created if missing, cached for the connection.
 * Undefined without a name, and if the user may not create it: an order matters more than its source.
 */
export async function utmId(
	odoo: OdooClient,
	model: UtmModel,
	name: string | undefined,
): Promise<number | undefined> {
	if (!name) return undefined;
	return await odoo.remember(`${model} ${name}`, async () => {
		try {
			return await findOrCreateUtm(odoo, model, name);
		} catch (error) {
			const denied = error instanceof IntegrationError && error.code === 'ODOO_ACCESS_DENIED';
			return denied ? undefined : await Promise.reject(error);
		}
	});
}

/** Database id of the sales team of a company with this name, cached; undefined if there is none. */
export async function teamId(
	odoo: OdooClient,
	name: string | undefined,
	{ companyId }: Pick<RecordOptions, 'companyId'>,
): Promise<number | undefined> {
	if (!name) return undefined;
	const company = companyId ?? (await ownCompanyId(odoo));
	return await odoo.remember(`team ${name} ${company}`, async () => {
		const domain: Domain = [
			['name', '=', name],
			['company_id', 'in', [company ?? false, false]],
		];
		const found = await searchRead(odoo, 'crm.team', domain, ['name'], { order: 'id', limit: 1 });
		return found[0]?.id;
	});
}

async function findOrCreateUtm(
	odoo: OdooClient,
	model: UtmModel,
	name: string,
): Promise<number | undefined> {
	const options = { order: 'id', limit: 1 };
	const [first] = await searchRead(odoo, model, [['name', '=', name]], ['name'], options);
	if (first) return first.id;
	const hash = createHash('sha256').update(name).digest('hex').slice(0, 24);
	const externalId = `wechat_pay.${model.replace('.', '_')}_${hash}`;
	const record = { key: name, rows: [[externalId, name]] };
	const { ids } = await loadRecords(odoo, model, ['id', 'name'], [record], CREATE_ONLY);
	return ids.get(name);
}
