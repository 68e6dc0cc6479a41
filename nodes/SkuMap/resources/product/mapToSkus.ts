import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeParameters,
	INodeProperties,
} from 'n8n-workflow';

import type { OdooClient } from '../../../../lib/odoo/client';
import { readSkuTable } from '../../../../lib/sku-map/odoo/read-sku-table';
import { stockItems } from '../../../../lib/stock/stock-items';
import { promisable, skusOfProducts, type SoldSku } from '../../../../lib/sku-map/reverse';
import { toBeijingTime } from '../../../../lib/core/beijing-time';
import { stockOptionFields, stockPlaceAndBuffer } from '../../../shared/stock-fields';
import { rowsForProducts } from '../../shared/table/read';

const show = { resource: ['product'], operation: ['mapToSkus'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Products',
		name: 'products',
		type: 'options',
		options: [
			{
				name: 'All',
				value: 'all',
				description: 'Every product in the table, whatever comes in',
			},
			{ name: 'From Items', value: 'items', description: 'The product of each item' },
		],
		default: 'items',
		displayOptions: { show },
		description: 'Which products to find the WeChat SKUs of',
	},
	{
		displayName: 'Product ID',
		name: 'productId',
		type: 'string',
		default: '={{ $json.product_id }}',
		required: true,
		displayOptions: { show: { ...show, products: ['items'] } },
		description: 'The number of the product variant, as Odoo Stock and Odoo Trigger tell it',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show },
		options: stockOptionFields,
	},
];

/** One item for each WeChat SKU that takes from the products, however many of them it takes from. */
export async function execute(
	this: IExecuteFunctions,
	odoo: OdooClient,
): Promise<INodeExecutionData[][]> {
	const items = this.getInputData();
	const all = this.getNodeParameter('products', 0) === 'all';
	const asked = items.map((_, item) =>
		all ? 0 : Number(this.getNodeParameter('productId', item, '')),
	);
	const ids = all ? undefined : [...new Set(asked)].filter((id) => Number.isSafeInteger(id));
	const rows = await rowsForProducts.call(this, odoo, ids);
	const table = await readSkuTable(odoo, rows, {});
	const now = Date.now();
	const sold = skusOfProducts(table, toBeijingTime(now), ids && new Set(ids));
	const figures = await quantities.call(this, odoo, sold);
	const outputs: [INodeExecutionData[], INodeExecutionData[]] = [[], []];
	const found = new Set<number>();
	for (const one of sold) {
		const products = new Set(one.products.map(({ product_id: id }) => id));
		for (const id of products) found.add(id);
		for (const name of table.rows.get(one.sku) ?? []) {
			for (const { id } of table.products.get(name.product) ?? []) {
				found.add(id);
				products.add(id);
			}
		}
		outputs[0].push({
			json: {
				...one,
				quantity: promisable(one, figures),
				version: now,
				as_of: new Date(now).toISOString(),
			} as unknown as IDataObject,
			pairedItem: asked.flatMap((id, item) => (all || products.has(id) ? [{ item }] : [])),
		});
	}
	if (all) return outputs;
	items.forEach(({ json }, item) => {
		if (found.has(asked[item] ?? 0)) return;
		const message = 'No WeChat SKU of the table sells this product.';
		outputs[1].push({ json: { ...json, reason: 'unknown', message }, pairedItem: { item } });
	});
	return outputs;
}

/** What is free of each product, less its safety buffer. */
async function quantities(
	this: IExecuteFunctions,
	odoo: OdooClient,
	sold: SoldSku[],
): Promise<Map<number, number>> {
	const options = this.getNodeParameter('options', 0, {}) as INodeParameters;
	const { place, buffer } = stockPlaceAndBuffer(options);
	const ids = new Set(sold.flatMap(({ products }) => products.map(({ product_id: id }) => id)));
	const skus = new Map(
		sold.flatMap(({ sku, products }) =>
			products.length === 1 ? products.map(({ product_id: id }) => [id, sku] as const) : [],
		),
	);
	const read = await stockItems(odoo, [...ids], place, buffer, skus);
	return new Map(read.map((stock) => [stock.product_id, stock.quantity_to_promise]));
}
