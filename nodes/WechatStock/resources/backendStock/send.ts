import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { sendStock, type SentStatus } from '../../../../lib/shop-backend/send-stock';
import type { StockUpdate } from '../../../../lib/core/stock-update';
import { dryRunField } from '../../../shared/dry-run';
import { rejectAiToolCall } from '../../../shared/reject-ai-tool-call';
import { textParameter } from '../../../shared/parameter-text';
import { callStamp, shopBackendFrom } from '../../../shared/shop-backend';
import { figureFields, readFigure } from '../../shared/quantity-fields';
import { leave, type Settled } from '../../shared/route-items';
import { callContext } from '../../../shared/call-context';

const show = { resource: ['backendStock'], operation: ['send'] };

export const description: INodeProperties[] = [
	{
		displayName: 'SKU',
		name: 'sku',
		type: 'string',
		default: '={{ $json.sku ?? $json.default_code }}',
		required: true,
		displayOptions: { show },
		description: 'As the shop backend knows it',
	},
	...figureFields(show),
	dryRunField('backendStock', ['send'], 'the shop'),
];

const TIMEOUT_MS = 10_000;
const SENT = 0;
const UNKNOWN = 1;
const OUTPUT: Record<SentStatus, number> = {
	set: SENT,
	stale: SENT,
	superseded: SENT,
	unknown: UNKNOWN,
};

/** Tells the merchant's own backend the stock of all items, 100 SKUs a call. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	rejectAiToolCall(this, 'set stock');
	const settled: Settled[] = [];
	const updates: StockUpdate[] = [];
	const indexes: number[] = [];
	for (const index of this.getInputData().keys()) {
		try {
			updates.push(readFigure(this, index, textParameter(this, 'sku', index)));
			indexes.push(index);
		} catch (error) {
			settled[index] = { error };
		}
	}
	const backend = shopBackendFrom(await this.getCredentials('shopBackendApi'), TIMEOUT_MS);
	const dryRun = this.getNodeParameter('dryRun', 0, false) === true;
	const results = dryRun
		? updates.map(() => ({ status: 'would_send' as const }))
		: await sendStock(backend, updates, callStamp, callContext);
	for (const [place, result] of results.entries()) {
		const stock = { ...updates[place], ...result };
		settled[indexes[place]!] =
			'error' in result
				? result
				: { output: result.status === 'would_send' ? SENT : OUTPUT[result.status], stock };
	}
	return leave(this, settled, 2, UNKNOWN);
}
