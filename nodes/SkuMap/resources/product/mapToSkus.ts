import type { IExecuteFunctions, INodeParameters, INodeProperties } from 'n8n-workflow';

import type { OdooClient } from '../../../../lib/odoo/client';
import { readSkuTable } from '../../../../lib/sku-map/odoo/read-sku-table';
import { stockItems } from '../../../../lib/stock/stock-items';
import { promisable, skusOfProducts, type SoldSku } from '../../../../lib/sku-map/reverse';
import { toBeijingTime } from '../../../../lib/core/beijing-time';
import type { SkuTable } from '../../../../lib/sku-map/table';
import { odooClient } from '../../../shared/odoo-connection';
import type { OutputItem } from '../../../shared/operation';
import { runOnce } from '../../../shared/run-once';
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
				description: 'Every product in the table, regardless of the items',
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
		description: 'The ID of the product variant, from Odoo Stock or Odoo Trigger',
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
export const execute = runOnce(async (context) => {
	const odoo = await odooClient(context);
	const items = context.getInputData();
	const all = context.getNodeParameter('products', 0) === 'all';
	const asked = items.map((_, item) =>
		all ? 0 : Number(context.getNodeParameter('productId', item, '')),
	);
	const ids = all ? undefined : [...new Set(asked)].filter((id) => Number.isSafeInteger(id));
	const rows = await rowsForProducts(context, odoo, ids);
	const table = await readSkuTable(odoo, rows, {});
	const now = Date.now();
	const sold = skusOfProducts(table, toBeijingTime(now), ids && new Set(ids));
	const available = await quantities(context, odoo, sold);
	const found = new Set<number>();
	const skus = sold.map((one): OutputItem => {
		const products = productsOf(one, table);
		for (const id of products) found.add(id);
		const quantity = promisable(one, available);
		const pairedItem = asked.flatMap((id, item) => (all || products.has(id) ? [{ item }] : []));
		if (quantity === Infinity) {
			return { json: { ...one, ...UNTRACKED }, output: 1, pairedItem };
		}
		return {
			json: { ...one, quantity, version: now, as_of: new Date(now).toISOString() },
			pairedItem,
		};
	});
	const unsold = items.flatMap(({ json }, item): OutputItem[] => {
		if (all || found.has(asked[item] ?? 0)) return [];
		const message = 'No WeChat SKU of the table sells this product.';
		return [{ json: { ...json, reason: 'unknown', message }, output: 1, pairedItem: { item } }];
	});
	return [...skus, ...unsold];
});

/** All products that the rows of a SKU name, at any time. */
function productsOf({ sku, products }: SoldSku, table: SkuTable): Set<number> {
	const named = (table.rows.get(sku) ?? []).flatMap(
		({ product }) => table.products.get(product) ?? [],
	);
	return new Set([...products.map(({ product_id: id }) => id), ...named.map(({ id }) => id)]);
}

const UNTRACKED = {
	reason: 'untracked',
	message:
		'Odoo keeps no stock of the products of this SKU: they are services, or Track Inventory is off. Set its quantity in WeChat by hand.',
};

/** What is free of each product, less its safety buffer; Infinity where Odoo keeps no stock. */
async function quantities(
	context: IExecuteFunctions,
	odoo: OdooClient,
	sold: SoldSku[],
): Promise<Map<number, number>> {
	const options = context.getNodeParameter('options', 0, {}) as INodeParameters;
	const { place, buffer } = stockPlaceAndBuffer(options);
	const ids = new Set(sold.flatMap(({ products }) => products.map(({ product_id: id }) => id)));
	const skus = new Map(
		sold.flatMap(({ sku, products }) =>
			products.length === 1 ? products.map(({ product_id: id }) => [id, sku] as const) : [],
		),
	);
	const read = await stockItems(odoo, [...ids], place, buffer, skus);
	return new Map(
		read.map(({ product_id: id, untracked, quantity_to_promise: quantity }) => [
			id,
			untracked ? Infinity : quantity,
		]),
	);
}
