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
		'What keeps changing starts the workflow again only after this time, with its newest state. The first change is told at once; stock that only rises waits until it is still.',
	),
	seconds(
		'catchUpSeconds',
		'Catch Up Every (Seconds)',
		DEFAULT_PACE.catchUpSeconds,
		'How often to look for changes that Odoo has not pushed, and whether its automation rule is still right',
	),
	seconds(
		'pollSeconds',
		'Check Every (Seconds)',
		DEFAULT_PACE.pollSeconds,
		'How often to look for changes where Odoo does not push: before version 17, without the right to make automation rules, or when its pushes do not arrive',
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
				name: 'Stock Changed',
				value: 'stockChanged',
				description: 'What is on hand or reserved of a product has changed',
			},
		],
		default: 'stockChanged',
		description: 'What starts the workflow',
	},
	{
		displayName:
			'When you publish the workflow, this node makes an automation rule in Odoo (17 and later) that pushes changes here, repairs it when someone deletes or changes it, and removes it when you unpublish. That takes an Odoo user with the right "Role: Administrator" (older versions: "Administration: Settings"). Without it, and before Odoo 17, the node looks for changes at intervals.',
		name: 'registrationNotice',
		type: 'notice',
		default: '',
	},
	options('deliveryDone', [language]),
	options('orderCancelled', []),
	options('stockChanged', stockOptionFields),
];
