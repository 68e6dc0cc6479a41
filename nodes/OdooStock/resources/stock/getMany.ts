import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import { productsNamed, type ProductNaming } from '../../../../lib/stock/find-products';
import { stockItems } from '../../../../lib/stock/stock-items';
import { toItems, type OutputItem } from '../../../shared/operation';
import { runOnce } from '../../../shared/run-once';
import { stockPlaceAndBuffer } from '../../../shared/stock-fields';
import { withOdoo } from '../../../shared/with-odoo';

const show = { resource: ['stock'], operation: ['getMany'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Products',
		name: 'naming',
		type: 'options',
		options: [
			{ name: 'All', value: 'all', description: 'Every active storable product' },
			{
				name: 'By Internal Reference',
				value: 'defaultCode',
				description: 'The code on the product form in Odoo',
			},
			{ name: 'By Product ID', value: 'id', description: 'The number of the product variant' },
			{
				name: 'By WeChat SKU',
				value: 'sku',
				description: 'The SKU in the External ID of the product, e.g. wechat_sku.TEE-RED-M',
			},
		],
		default: 'all',
		displayOptions: { show },
		description: 'Which products to read',
	},
	{
		displayName: 'Names',
		name: 'names',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. TEE-RED-M, CAP-BLK',
		displayOptions: { show: { ...show, naming: ['defaultCode', 'id', 'sku'] } },
		description:
			'The products as chosen above, separated by commas. An expression can return a list, or one name for each item; all are read at once.',
	},
];

/** Reads all that the items ask for at once. What Odoo does not know leaves by the second output. */
export const execute = runOnce(
	withOdoo(async (odoo, context) => {
		const naming = context.getNodeParameter('naming', 0) as ProductNaming | 'all';
		const options = context.getNodeParameter('options', 0, {}) as INodeParameters;
		const { place, buffer } = stockPlaceAndBuffer(options);
		if (naming === 'all') return toItems(await stockItems(odoo, undefined, place, buffer));
		const wanted = context
			.getInputData()
			.flatMap((_, item) =>
				namesIn(context.getNodeParameter('names', item)).map((name) => ({ name, item })),
			);
		const names = wanted.map(({ name }) => name);
		const found = await productsNamed(odoo, naming, names);
		const skus = new Map<number, string>();
		for (const [name, product] of found) {
			if (naming === 'sku' && 'productId' in product) skus.set(product.productId, name);
		}
		const ids = [...found.values()].flatMap((one) => ('productId' in one ? one.productId : []));
		const read = await stockItems(odoo, [...new Set(ids)], place, buffer, skus);
		const byId = new Map(read.map((stock) => [stock.product_id, stock]));
		return wanted.flatMap(({ name, item }): OutputItem[] => {
			const product = found.get(name);
			if (!product) return [];
			const pairedItem = { item };
			const stock = 'productId' in product ? byId.get(product.productId) : undefined;
			if (!stock) return [{ json: { name, ...product }, output: 1, pairedItem }];
			if (stock.untracked) return [{ json: { name, ...UNTRACKED }, output: 1, pairedItem }];
			return [{ json: { ...stock, ...(naming === 'sku' && { sku: name }) }, pairedItem }];
		});
	}),
);

const UNTRACKED = {
	reason: 'untracked',
	message:
		'Odoo keeps no stock of this product: it is a service, or Track Inventory is off. It is always available.',
};

const namesIn = (value: unknown): string[] =>
	(Array.isArray(value) ? value.map(String) : String(value).split(/[,\n]/))
		.map((name) => name.trim())
		.filter(Boolean);
