import type { INodeProperties } from 'n8n-workflow';

import { getStock } from '../../../../lib/shop-backend/get-stock';
import { callContext } from '../../../shared/call-context';
import { textParameter } from '../../../shared/parameter-text';
import { runBatch } from '../../../shared/run-batch';
import { callStamp, shopBackendFrom } from '../../../shared/shop-backend';

export const description: INodeProperties[] = [
	{
		displayName: 'SKU',
		name: 'sku',
		type: 'string',
		default: '={{ $json.sku ?? $json.default_code }}',
		required: true,
		displayOptions: { show: { resource: ['backendStock'], operation: ['get'] } },
		description: 'SKU in the shop backend',
	},
];

const TIMEOUT_MS = 10_000;
const UNKNOWN = 1;

/** Adds to each item what the merchant's own backend offers of its SKU, 100 SKUs a call. */
export const execute = runBatch(async (context, items) => {
	const backend = shopBackendFrom(await context.getCredentials('shopBackendApi'), TIMEOUT_MS);
	const skus = items.map((_, index) => textParameter(context, 'sku', index));
	const shown = await getStock(backend, skus, callStamp, callContext);
	return items.map(({ json }, index) => {
		const stock = shown.get(skus[index] ?? '');
		if (stock) return { json: { ...json, stock: { status: 'read', ...stock } } };
		const message = 'The shop backend does not know this SKU.';
		return { json: { ...json, stock: { status: 'unknown', message } }, output: UNKNOWN };
	});
});
