import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { cancelOrder } from '../../../../lib/orders/after-sales/cancel-order';
import { readPaymentName } from '../../../../lib/orders/after-sales/find-paid-order';
import { rejectAiToolCall } from '../../../shared/reject-ai-tool-call';
import { dryRunField } from '../../shared/dry-run';
import { whichOrderNotice } from '../../shared/order-notice';
import { oneByOne } from '../../../shared/odoo-one-by-one';

export const description: INodeProperties[] = [
	whichOrderNotice('cancel'),
	{
		displayName: 'Reason',
		name: 'reason',
		type: 'string',
		default: 'cancelled by the shop',
		required: true,
		displayOptions: { show: { resource: ['order'], operation: ['cancel'] } },
		description: 'Goes into the chatter of the order, for the people who look at it later',
	},
	dryRunField('order', ['cancel']),
];

/** Cancels the sale order of each payment that nothing has been delivered of. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	rejectAiToolCall(this, 'cancel orders');
	return await oneByOne(this, 1, async (client, json, index) => {
		const reason = String(this.getNodeParameter('reason', index));
		const dryRun = this.getNodeParameter('dryRun', index) as boolean;
		return { output: 0, odoo: await cancelOrder(client, readPaymentName(json), reason, dryRun) };
	});
}
