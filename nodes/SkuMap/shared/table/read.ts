import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { OdooClient } from '../../../../lib/odoo/client';
import type { SkuTableOptions, TableRows } from '../../../../lib/sku-map/odoo/read-sku-table';
import { rowsOfSkus } from '../../../../lib/sku-map/odoo/row-cache';
import { hasSkuTable, newestSkus, rowsOfProducts } from '../../../../lib/sku-map/odoo/stored-rows';
import { readGivenRows } from './given-rows';

const AS_EXTERNAL_ID =
	'in Odoo as an External ID of the product: "wechat_sku." followed by the SKU (Sales → Products → Product Variants, then import a file with the column External ID)';
const IN_TABLE = 'in Odoo under Sales → Products → WeChat SKUs';

/** How long rows of the table in Odoo are cached, in seconds. */
export const CACHE_SECONDS = 60;

/** Rows of some SKUs, from the table that the node names. */
export async function rowsForSkus(
	context: IExecuteFunctions,
	odoo: OdooClient,
	skus: string[],
): Promise<TableRows> {
	const place = context.getNodeParameter('table', 0) as string;
	if (place === 'externalIds' || (place === 'odoo' && !(await hasSkuTable(odoo)))) {
		const whereToAdd = AS_EXTERNAL_ID;
		return { rows: new Map(), productName: 'id', whereToAdd, externalIds: true };
	}
	if (place !== 'odoo') return readGivenRows(context, place);
	const { cacheSeconds = CACHE_SECONDS } = context.getNodeParameter(
		'options',
		0,
		{},
	) as IDataObject;
	return {
		rows: await rowsOfSkus(odoo, skus, Number(cacheSeconds) * 1000, performance.now()),
		productName: 'id',
		whereToAdd: IN_TABLE,
		externalIds: true,
		otherSkus: async () => await newestSkus(odoo),
	};
}

/** Rows of SKUs that sell some products, or all rows. External IDs of products cannot be listed. */
export async function rowsForProducts(
	context: IExecuteFunctions,
	odoo: OdooClient,
	productIds?: number[],
): Promise<TableRows> {
	const place = context.getNodeParameter('table', 0) as string;
	if (place !== 'odoo') return readGivenRows(context, place);
	const rows = await rowsOfProducts(odoo, productIds);
	return { rows, productName: 'id', whereToAdd: IN_TABLE, externalIds: false };
}

/** How the node finds products for SKUs without a row. */
export function tableOptions(context: IExecuteFunctions): SkuTableOptions {
	const options = context.getNodeParameter('options', 0, {}) as IDataObject;
	const companyId = Number(options.company) || undefined;
	return { ...options, ...(companyId && { companyId }) };
}
