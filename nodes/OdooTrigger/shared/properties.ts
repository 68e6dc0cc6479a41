import type { INodeProperties } from 'n8n-workflow';

import { stockOptionFields } from '../../shared/stock-fields';

const seconds = (name: string, displayName: string, value: number, description: string) =>
	({
		displayName,
		name,
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 86400 },
		default: value,
		description,
	}) satisfies INodeProperties;

/** Seconds. */
export const DEFAULT_PACE = { pollSeconds: 15, catchUpSeconds: 120, calmSeconds: 10 };

const pace: INodeProperties[] = [
	seconds(
		'calmSeconds',
		'Seconds Between Items of One Record',
		DEFAULT_PACE.calmSeconds,
		'Minimum time between two items of one record. The first change is emitted immediately; later changes after this time, with the newest state. Rising stock waits until it no longer changes.',
	),
	seconds(
		'catchUpSeconds',
		'Catch Up Every (Seconds)',
		DEFAULT_PACE.catchUpSeconds,
		'How often to poll for changes that Odoo did not push, and to check its automation rule',
	),
	seconds(
		'pollSeconds',
		'Check Every (Seconds)',
		DEFAULT_PACE.pollSeconds,
		'How often to poll if Odoo does not push: before version 17, without the right to create automation rules, or if its pushes do not arrive',
	),
];

const language: INodeProperties = {
	displayName: 'Language of Names',
	name: 'language',
	type: 'string',
	default: '',
	placeholder: 'e.g. zh_CN',
	description:
		'Language of the product names shown to buyers. It must be installed in Odoo. Defaults to the language of the Odoo user.',
};

const options = (event: string, fields: INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	displayOptions: { show: { event: [event] } },
	options: [...pace, ...fields].sort((a, b) => a.displayName.localeCompare(b.displayName)),
});

export const properties: INodeProperties[] = [
	{
		displayName: 'Event',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Credit Note Posted',
				value: 'creditNotePosted',
				description: 'A credit note of a recorded order was posted',
			},
			{
				name: 'Delivery Done',
				value: 'deliveryDone',
				description:
					'A delivery of a recorded order was finished, or its tracking number was entered later',
			},
			{
				name: 'Order Cancelled',
				value: 'orderCancelled',
				description: 'A recorded order was cancelled in Odoo',
			},
			{
				name: 'Refund Requested',
				value: 'refundRequested',
				description:
					'A recorded order got the tag "Refund in WeChat", which Set Up of Odoo Sale creates',
			},
			{
				name: 'Return Received',
				value: 'returnReceived',
				description: 'A return of a recorded order was validated',
			},
			{
				name: 'Stock Changed',
				value: 'stockChanged',
				description: 'The on-hand or reserved quantity of a product changed',
			},
		],
		default: 'stockChanged',
		description: 'The event that starts the workflow',
	},
	{
		displayName:
			'When you publish the workflow, this node makes an automation rule in Odoo (17 and later) that pushes changes here, repairs it when someone deletes or changes it, and removes it when you unpublish. That takes an Odoo user with the right "Role: Administrator" (older versions: "Administration: Settings"). Without it, and before Odoo 17, the node looks for changes at intervals.',
		name: 'registrationNotice',
		type: 'notice',
		default: '',
	},
	options('deliveryDone', [language]),
	options('creditNotePosted', []),
	options('orderCancelled', []),
	options('refundRequested', []),
	options('returnReceived', []),
	options('stockChanged', stockOptionFields),
];
