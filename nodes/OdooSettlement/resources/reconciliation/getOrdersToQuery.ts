import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { ordersToQuery } from '../../../../lib/reconciliation/odoo/orders-to-query';
import { toItems } from '../../../shared/operation';
import { runOnce } from '../../../shared/run-once';
import { withOdoo } from '../../../shared/with-odoo';

const properties: INodeProperties[] = [
	{
		displayName: 'Recorded Within (Minutes)',
		name: 'withinMinutes',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 10080 },
		default: 60,
		description: 'Return orders recorded in this time, in addition to all open holds',
	},
];

export const description = updateDisplayOptions(
	{ show: { resource: ['reconciliation'], operation: ['getOrdersToQuery'] } },
	properties,
);

/** Open holds and recent payments, to be asked about with Query Order of WeChat Pay. */
export const execute = runOnce(
	withOdoo(async (odoo, context) => {
		const minutes = Number(context.getNodeParameter('withinMinutes', 0));
		return toItems(await ordersToQuery(odoo, Date.now() - minutes * 60_000));
	}),
);
