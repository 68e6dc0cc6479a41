import type { INodeProperties } from 'n8n-workflow';

import { sendStock, type SentStatus } from '../../../../lib/shop-backend/send-stock';
import { dryRunField } from '../../../shared/operation-fields';
import { readThenWork } from '../../../shared/read-then-work';
import { runBatch } from '../../../shared/run-batch';
import { textParameter } from '../../../shared/parameter-text';
import { callStamp, shopBackendFrom } from '../../../shared/shop-backend';
import { quantityFields, readQuantity } from '../../shared/quantity-fields';
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
		description: 'SKU in the shop backend',
	},
	...quantityFields(show),
	dryRunField('backendStock', ['send'], 'the shop'),
];

const TIMEOUT_MS = 10_000;
const SENT = 0;
const UNKNOWN = 1;
const OUTPUT: Record<SentStatus | 'would_send', number> = {
	would_send: SENT,
	set: SENT,
	stale: SENT,
	superseded: SENT,
	unknown: UNKNOWN,
};

/** Tells the merchant's own backend the stock of all items, 100 SKUs a call. */
export const execute = runBatch(async (context, items) => {
	const dryRun = context.getNodeParameter('dryRun', 0, false) === true;
	return await readThenWork(
		items,
		({ json }, index) => {
			const update = readQuantity(context, index, textParameter(context, 'sku', index));
			return { value: { json, update } };
		},
		async (read) => {
			const backend = shopBackendFrom(await context.getCredentials('shopBackendApi'), TIMEOUT_MS);
			const updates = read.map(({ update }) => update);
			const results = dryRun
				? updates.map(() => ({ status: 'would_send' as const }))
				: await sendStock(backend, updates, callStamp, callContext);
			return results.map((result, index) => {
				if ('error' in result) return result;
				const json = { ...read[index]?.json, stock: { ...updates[index], ...result } };
				return { json, output: OUTPUT[result.status] };
			});
		},
	);
});
