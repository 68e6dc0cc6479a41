import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import type { ShopStockUpdate, StockStatus } from '../../../../lib/wechat-api/stock/write-stock';
import { writeStocks } from '../../../../lib/wechat-api/stock/write-stocks';
import { dryRunField } from '../../../shared/dry-run';
import { rejectAiToolCall } from '../../../shared/reject-ai-tool-call';
import { textParameter } from '../../../shared/parameter-text';
import { callContext } from '../../../shared/call-context';
import { figureFields, readFigure } from '../../shared/quantity-fields';
import { leave, type Settled } from '../../shared/route-items';
import { shopOf, type Shop } from '../../shared/shop';
import { findSkus, skuFields } from '../../shared/sku-fields';

const show = { resource: ['shopStock'], operation: ['set'] };

export const description: INodeProperties[] = [
	...skuFields(show),
	...figureFields(show),
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
					'A SKU is not changed again sooner; figures that come meanwhile wait, and only the newest is written. WeChat refuses too many changes of one SKU and does not tell how many.',
			},
			{
				displayName: 'Changes a Minute',
				name: 'perMinute',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 3000 },
				default: 300,
				description: 'How many changes of all SKUs together go out within a minute',
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
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	rejectAiToolCall(this, 'set stock');
	const shop = await shopOf(this);
	setLimits(this, shop);
	const settled: Settled[] = [];
	const updates: ShopStockUpdate[] = [];
	const indexes: number[] = [];
	for (const [index, match] of (await findSkus(this, shop)).entries()) {
		if ('problem' in match) {
			const stock = { status: 'unknown_sku', message: match.problem };
			settled[index] = { output: UNKNOWN, stock };
			continue;
		}
		try {
			const sku = textParameter(this, 'sku', index) || match.sku_id;
			updates.push({ ...readFigure(this, index, sku), ...match });
			indexes.push(index);
		} catch (error) {
			settled[index] = { error };
		}
	}
	const dryRun = this.getNodeParameter('dryRun', 0, false) as boolean;
	const results = await writeStocks(shop.account, updates, { ...shop, dryRun }, callContext);
	for (const [place, result] of results.entries()) {
		settled[indexes[place]!] =
			'error' in result ? result : { output: OUTPUT[result.outcome.status], stock: result.outcome };
	}
	return leave(this, settled, 3, LATER);
}

function setLimits(context: IExecuteFunctions, { limits }: Shop): void {
	const options = context.getNodeParameter('stockOptions', 0, {}) as IDataObject;
	limits.perMinute = Math.max(1, Number(options.perMinute ?? 300));
	limits.perKeyMs = Math.max(0, Number(options.secondsPerSku ?? 3)) * 1000;
}
