import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { ShopStockUpdate, StockStatus } from '../../../../lib/wechat-api/stock/write-stock';
import type { SkuMatch } from '../../../../lib/wechat-api/stock/catalogue';
import { writeStocks } from '../../../../lib/wechat-api/stock/write-stocks';
import { dryRunField } from '../../../shared/operation-fields';
import { readThenWork, type Reading } from '../../../shared/read-then-work';
import { runBatch } from '../../../shared/run-batch';
import { textParameter } from '../../../shared/parameter-text';
import { callContext } from '../../../shared/call-context';
import { quantityFields, readQuantity } from '../../shared/quantity-fields';
import { shopOf, type Shop } from '../../shared/shop';
import { findSkus, skuFields } from '../../shared/sku-fields';

const show = { resource: ['shopStock'], operation: ['set'] };

export const description: INodeProperties[] = [
	...skuFields(show),
	...quantityFields(show),
	dryRunField('shopStock', ['set'], 'WeChat Shop'),
	{
		displayName: 'Options',
		name: 'stockOptions',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Seconds Between Changes of a SKU',
				name: 'secondsPerSku',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 60 },
				default: 3,
				description:
					'Minimum time between two changes of a SKU. Later updates wait, and only the newest is written. WeChat rejects too many changes of one SKU and does not publish the limit.',
			},
			{
				displayName: 'Changes a Minute',
				name: 'perMinute',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 3000 },
				default: 300,
				description: 'Maximum number of changes of all SKUs in a minute',
			},
		],
	},
];

const SET = 0;
const UNKNOWN = 1;
const LATER = 2;
const OUTPUT: Record<StockStatus, number> = {
	set: SET,
	unchanged: SET,
	would_set: SET,
	superseded: SET,
	unknown_sku: UNKNOWN,
	later: LATER,
};

/** Sets the stock of the SKU of each item: reads, and writes the difference. */
export const execute = runBatch(async (context, items) => {
	const shop = await shopOf(context);
	setLimits(context, shop);
	const matches = await findSkus(context, shop);
	const dryRun = context.getNodeParameter('dryRun', 0, false) as boolean;
	return await readThenWork(
		items,
		({ json }, index) => readUpdate(context, json, matches[index]!, index),
		async (read) => {
			const updates = read.map(({ update }) => update);
			const results = await writeStocks(shop.account, updates, { ...shop, dryRun }, callContext);
			return results.map((result, index) => {
				if ('error' in result) return result;
				const { outcome } = result;
				const json = { ...read[index]?.json, stock: outcome };
				return { json, output: OUTPUT[outcome.status] };
			});
		},
	);
});

function readUpdate(
	context: IExecuteFunctions,
	json: IDataObject,
	match: SkuMatch,
	index: number,
): Reading<{ json: IDataObject; update: ShopStockUpdate }> {
	if ('problem' in match) {
		const stock = { status: 'unknown_sku', message: match.problem };
		return { json: { ...json, stock }, output: UNKNOWN };
	}
	const sku = textParameter(context, 'sku', index) || match.sku_id;
	return { value: { json, update: { ...readQuantity(context, index, sku), ...match } } };
}

function setLimits(context: IExecuteFunctions, { limits }: Shop): void {
	const options = context.getNodeParameter('stockOptions', 0, {}) as IDataObject;
	limits.perMinute = Math.max(1, Number(options.perMinute ?? 300));
	limits.perKeyMs = Math.max(0, Number(options.secondsPerSku ?? 3)) * 1000;
}
