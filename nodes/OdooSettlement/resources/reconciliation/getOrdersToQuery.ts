import {
	updateDisplayOptions,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { ordersToQuery } from '../../../../lib/reconciliation/odoo/orders-to-query';
import { once } from '../../../shared/odoo-once';

const properties: INodeProperties[] = [
	{
		displayName: 'Recorded Within (Minutes)',
		name: 'withinMinutes',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 10080 },
		default: 60,
		description: 'Orders recorded in this time are asked about, beside all open holds',
	},
];

export const description = updateDisplayOptions(
	{ show: { resource: ['reconciliation'], operation: ['getOrdersToQuery'] } },
	properties,
);

/** Open holds and recent payments, to be asked about with Query Order of WeChat Pay. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await once(this, 1, async (odoo) => {
		const minutes = Number(this.getNodeParameter('withinMinutes', 0));
		return [await ordersToQuery(odoo, Date.now() - minutes * 60_000)];
	});
}
