import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { createReturn } from '../../../../lib/orders/after-sales/create-return';
import { readPaymentName } from '../../../../lib/orders/after-sales/find-paid-order';
import { rejectAiToolCall } from '../../../shared/reject-ai-tool-call';
import { dryRunField } from '../../shared/dry-run';
import { whichOrderNotice } from '../../shared/order-notice';
import { oneByOne } from '../../../shared/odoo-one-by-one';

export const description: INodeProperties[] = [
	whichOrderNotice('createReturn'),
	dryRunField('order', ['createReturn']),
];

/** Lets the warehouse expect back what was delivered of each order. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	rejectAiToolCall(this, 'create returns');
	return await oneByOne(this, 1, async (client, json, index) => {
		const dryRun = this.getNodeParameter('dryRun', index) as boolean;
		return { output: 0, odoo: await createReturn(client, readPaymentName(json), dryRun) };
	});
}
