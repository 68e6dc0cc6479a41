import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import type { OdooClient } from '../../../../lib/odoo/client';
import { isolate } from '../../../../lib/odoo/isolate';
import { readSkuTable } from '../../../../lib/sku-map/odoo/read-sku-table';
import { mapLines, readOrder } from '../../../../lib/sku-map/map-lines';
import { odooClient } from '../../../shared/odoo-connection';
import type { Outcome } from '../../../shared/operation';
import { runBatch } from '../../../shared/run-batch';
import { CACHE_SECONDS, rowsForSkus, tableOptions } from '../../shared/table/read';

export const description: INodeProperties[] = [
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: { resource: ['orderLine'], operation: ['mapToProducts'] } },
		options: [
			{
				displayName: 'Cache (Seconds)',
				name: 'cacheSeconds',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 3600 },
				default: CACHE_SECONDS,
				description:
					'Time in seconds to cache rows of the table in Odoo. Unknown SKUs are read each time.',
			},
			{
				displayName: 'Company Name or ID',
				name: 'company',
				type: 'options',
				typeOptions: { loadOptionsMethod: 'getCompanies' },
				default: '',
				description:
					'The selling company. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
			},
			{
				displayName: 'Fall Back to Barcode',
				name: 'fallBackToBarcode',
				type: 'boolean',
				default: false,
				description:
					'Whether to map a SKU that is not in the table to the product with exactly this Barcode',
			},
			{
				displayName: 'Fall Back to Internal Reference',
				name: 'fallBackToDefaultCode',
				type: 'boolean',
				default: false,
				description:
					'Whether to map a SKU that is not in the table to the one product with exactly this Internal Reference',
			},
		],
	},
];

type Item = INodeExecutionData;

/** Maps all items at once: every distinct SKU is looked up in Odoo one time a run. */
export const execute = runBatch(async (context, items) => {
	const odoo = await odooClient(context);
	const map = async (some: readonly Item[]) => await mapItems(context, odoo, some);
	return items.length > 0
		? await isolate<Item, Outcome>(items, map, (_, error) => ({ error }))
		: [];
});

async function mapItems(
	context: IExecuteFunctions,
	odoo: OdooClient,
	items: readonly Item[],
): Promise<Outcome[]> {
	const orders = items.map(({ json }) => readOrder(json, Date.now()));
	const skus = [...new Set(orders.flatMap(({ lines }) => lines.map(({ sku }) => sku.trim())))];
	const rows = await rowsForSkus(context, odoo, skus);
	const table = await readSkuTable(odoo, rows, tableOptions(context), skus);
	return orders.map(({ lines, ...order }, index) => {
		const mapping = mapLines(lines, table, order);
		const json = { ...items[index]?.json, mapping };
		return { json, output: mapping.status === 'mapped' ? 0 : 1 };
	});
}
