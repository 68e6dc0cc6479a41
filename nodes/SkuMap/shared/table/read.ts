import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { OdooClient } from '../../../../lib/odoo/client';
import type { SkuTableOptions, TableRows } from '../../../../lib/sku-map/odoo/read-sku-table';
import { rowsOfSkus } from '../../../../lib/sku-map/odoo/row-cache';
import { hasSkuTable, newestSkus, rowsOfProducts } from '../../../../lib/sku-map/odoo/stored-rows';
import { IntegrationError } from '../../../../lib/core/errors';
import { readCsv } from '../../../../lib/sku-map/import/csv';
import { readRows } from '../../../../lib/sku-map/import/read-rows';
import type { ProductName } from '../../../../lib/sku-map/odoo/find-products';
import { rowsBySku } from '../../../../lib/sku-map/table';
import { secondInput } from '../../../shared/read-then-work';

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

/** The rows of a table in the node, or at its second input. @throws IntegrationError `SKU_TABLE_EMPTY`, `SKU_TABLE_NO_COLUMN` */
export function readGivenRows(context: IExecuteFunctions, place: string): TableRows {
	const [items, whereToAdd] = GIVEN[place]?.(context) ?? [[], ''];
	if (items.length === 0 && place === 'items') throw noRows();
	return {
		rows: rowsBySku(readRows(items).map(({ row }) => row)),
		productName: context.getNodeParameter('matchBy', 0, 'defaultCode') as ProductName,
		whereToAdd,
		externalIds: false,
	};
}

type Given = (context: IExecuteFunctions) => [rows: IDataObject[], whereToAdd: string];

const GIVEN: Record<string, Given> = {
	items: (context) => [secondInput(context), 'to what comes in at the second input'],
	csv: (context) => [
		readCsv(String(context.getNodeParameter('csv', 0, ''))),
		'to the CSV in this node',
	],
	inline: (context) => [
		context.getNodeParameter('rows.row', 0, []) as IDataObject[],
		'to the rows of this node',
	],
};

/** An empty sheet would send every order to Unmapped. */
const noRows = () =>
	new IntegrationError({
		code: 'SKU_TABLE_EMPTY',
		message: 'The second input received no rows of the SKU table.',
		likelyCause: 'The node that reads the table found nothing, or was not executed.',
		nextStep: 'Open the node at the second input and check its output.',
	});
