import { type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import type { OdooClient } from '../../../../lib/odoo/client';
import { ordersOfPayments, ordersShipped } from '../../../../lib/shipments/find-orders';
import { readShipments } from '../../../../lib/shipments/read-shipments';
import type { ShipmentItem } from '../../../../lib/shipments/shipment-item';
import { textParameter } from '../../../shared/parameter-text';
import { languageOf } from './language';
import { toItems } from '../../../shared/operation';
import { runOnce } from '../../../shared/run-once';
import { withOdoo } from '../../../shared/with-odoo';

const show = { resource: ['shipment'], operation: ['getMany'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Shipments',
		name: 'which',
		type: 'options',
		options: [
			{
				name: 'Finished Recently',
				value: 'recent',
				description: 'All deliveries that were finished in the last hours',
			},
			{
				name: "Of the Items' Payments",
				value: 'payments',
				description: 'All finished deliveries of the orders of the payments in the items',
			},
		],
		default: 'recent',
		displayOptions: { show },
		description: 'Which finished deliveries to read',
	},
	{
		displayName: 'Within (Hours)',
		name: 'hours',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 2160 },
		default: 48,
		displayOptions: { show: { ...show, which: ['recent'] } },
		description: 'Maximum age of a finished delivery in hours',
	},
	{
		displayName: 'Order Number of WeChat',
		name: 'transactionId',
		type: 'string',
		default: '={{ $json.transaction_id }}',
		required: true,
		displayOptions: { show: { ...show, which: ['payments'] } },
		description: 'The transaction_id of the payment, as text',
	},
	{
		displayName: 'Tracking Number',
		name: 'tracking',
		type: 'options',
		options: [
			{ name: 'Entered', value: 'present' },
			{ name: 'Any', value: 'any' },
			{ name: 'Not Entered Yet', value: 'missing' },
		],
		default: 'any',
		displayOptions: { show },
		description: 'Whether to return deliveries with or without a Tracking Reference in Odoo',
	},
];

const HOUR_MS = 3_600_000;

/** Finished deliveries, the earliest first. */
export const execute = runOnce(
	withOdoo(async (odoo, context) => {
		const shipments = await readShipments(odoo, await orders(context, odoo), languageOf(context));
		const tracking = context.getNodeParameter('tracking', 0) as string;
		return toItems(shipments.filter(wanted(context, tracking)));
	}),
);

async function orders(context: IExecuteFunctions, odoo: OdooClient): Promise<number[]> {
	if (context.getNodeParameter('which', 0) === 'recent')
		return await ordersShipped(odoo, since(context));
	const items = context.getInputData();
	const ids = items.map((_, index) => textParameter(context, 'transactionId', index));
	return await ordersOfPayments(odoo, ids.filter(Boolean));
}

const since = (context: IExecuteFunctions): number =>
	Date.now() - Number(context.getNodeParameter('hours', 0)) * HOUR_MS;

/** Orders are read whole: of those that were shipped recently, older deliveries are left out again. */
function wanted(context: IExecuteFunctions, tracking: string) {
	const recent = context.getNodeParameter('which', 0) === 'recent';
	const from = recent ? since(context) : 0;
	return ({ shipment }: ShipmentItem): boolean =>
		Date.parse(shipment.date_done) >= from &&
		(tracking === 'any' || (shipment.carrier_tracking_ref !== '') === (tracking === 'present'));
}
