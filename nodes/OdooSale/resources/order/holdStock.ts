import type { INodeProperties } from 'n8n-workflow';

import { previewHold } from '../../../../lib/orders/hold/preview-hold';
import { holdStock, type HeldOrder } from '../../../../lib/orders/hold/hold-stock';
import { readHoldOrder } from '../../../../lib/orders/record/read-paid-order';
import { odooClient } from '../../../shared/odoo-connection';
import { runPerItem } from '../../../shared/run-per-item';
import { recordOptions } from './recordPaidOrder/parameters';
import { callContext } from '../../../shared/call-context';

/** The other parameters are those of Record Paid Order, which takes the hold over. */
export const description: INodeProperties[] = [
	{
		displayName: 'Hold For (Minutes)',
		name: 'holdMinutes',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 10080 },
		default: 30,
		displayOptions: { show: { resource: ['order'], operation: ['holdStock'] } },
		description:
			'Time until Release Expired Holds releases the stock. At least as long as the buyer has to pay.',
	},
];

const OUTPUT_OF: Record<HeldOrder['status'], number> = { held: 0, not_enough: 1 };

/** Holds stock for each item, one after the other: who comes first gets it. */
export const execute = runPerItem(async (context, index, { json }) => {
	const minutes = Number(context.getNodeParameter('holdMinutes', index));
	const expires = Date.now() + minutes * 60_000;
	const odoo = await odooClient(context);
	const order = readHoldOrder(json);
	const options = recordOptions(context);
	const held = context.getNodeParameter('dryRun', index, false)
		? await previewHold(odoo, order, options, Date.now())
		: await holdStock(odoo, order, expires, options, callContext);
	return { json: { ...json, odoo: held }, output: OUTPUT_OF[held.status] };
});
