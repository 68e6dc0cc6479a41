import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { toNodeError } from '../../../shared/node-error';
import { shopOf } from '../../shared/shop';

/** Lists all SKUs of the shop, an item each, read anew. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	try {
		const { catalogue } = await shopOf(this);
		const skus = await catalogue(0);
		return [skus.map((sku) => ({ json: { ...sku }, pairedItem: { item: 0 } }))];
	} catch (error) {
		const shown = toNodeError(this.getNode(), error, 0);
		if (!this.continueOnFail()) throw shown;
		return [[{ json: { error: shown.message }, pairedItem: { item: 0 } }]];
	}
}
