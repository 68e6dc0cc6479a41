import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { readBacklog } from '../../../../lib/orders/read-backlog';
import { oneByOne } from '../../../shared/odoo-one-by-one';

export const description: INodeProperties[] = [];

/** Tells what of the paid orders is left over in Odoo. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await oneByOne(this, 1, async (client) => ({
		output: 0,
		odoo: await readBacklog(client, Date.now()),
	}));
}
