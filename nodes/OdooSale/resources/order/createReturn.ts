import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { createReturn } from '../../../../lib/orders/after-sales/create-return';
import { readPaymentName } from '../../../../lib/orders/after-sales/paid-sale';
import { notByAgents } from '../../../shared/not-by-agents';
import { dryRunField } from '../../dry-run';
import { whichOrderNotice } from '../../which-order';
import { oneByOne } from '../../one-by-one';

export const description: INodeProperties[] = [
	whichOrderNotice('createReturn'),
	dryRunField('order', ['createReturn']),
];

/** Lets the warehouse expect back what was delivered of each order. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	notByAgents(this, 'create returns');
	return await oneByOne(this, 1, async (client, json, index) => {
		const dryRun = this.getNodeParameter('dryRun', index) as boolean;
		return { output: 0, odoo: await createReturn(client, readPaymentName(json), dryRun) };
	});
}
