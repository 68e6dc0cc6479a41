import type { INodeProperties } from 'n8n-workflow';

import { cancelOrder } from '../../../../lib/orders/after-sales/cancel-order';
import { readPaymentName } from '../../../../lib/orders/after-sales/find-paid-order';
import { dryRunField } from '../../../shared/operation-fields';
import { orderNotice } from '../../shared/order-notice';
import { runPerItem } from '../../../shared/run-per-item';
import { withOdoo } from '../../../shared/with-odoo';

export const description: INodeProperties[] = [
	orderNotice('cancel'),
	{
		displayName: 'Reason',
		name: 'reason',
		type: 'string',
		default: 'cancelled by the shop',
		required: true,
		displayOptions: { show: { resource: ['order'], operation: ['cancel'] } },
		description: 'Written to the chatter of the order',
	},
	dryRunField('order', ['cancel'], 'Odoo'),
];

/** Cancels the sale order of each payment that nothing has been delivered of. */
export const execute = runPerItem(
	withOdoo(async (odoo, context, index, { json }) => {
		const reason = String(context.getNodeParameter('reason', index));
		const dryRun = context.getNodeParameter('dryRun', index) as boolean;
		const cancelled = await cancelOrder(odoo, readPaymentName(json), reason, dryRun);
		return { json: { ...json, odoo: cancelled } };
	}),
);
