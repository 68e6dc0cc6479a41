import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { automationRules } from '../../../../lib/set-up/automation-rules';
import { checkRemoval, checkSetUp, removeSetUp, runSetUp } from '../../../../lib/set-up/run-set-up';
import { rejectAiToolCall } from '../../../shared/reject-ai-tool-call';
import { operationMenu } from '../../../shared/operation-menu';
import { dryRunField } from '../../../shared/dry-run';
import { setUp } from './execute';

export const description: INodeProperties[] = [
	operationMenu(
		'setUp',
		[
			{
				name: 'Check',
				value: 'check',
				action: 'Check the set up',
				description: 'Tell what Odoo lacks for WeChat orders, and which right is missing',
			},
			{
				name: 'Remove',
				value: 'remove',
				action: 'Remove the set up',
				description: 'Take away what Run has made and no order can have come to need',
			},
			{
				name: 'Run',
				value: 'run',
				action: 'Run the set up',
				description: 'Make what is not there; the Odoo user has to be an administrator',
			},
		],
		'check',
	),
	{
		displayName: 'Currencies',
		name: 'currencies',
		type: 'string',
		default: 'CNY',
		placeholder: 'e.g. CNY, USD, INR',
		displayOptions: { show: { resource: ['setUp'] } },
		description:
			'The currency that buyers pay in, which gets a pricelist; behind it those that WeChat settles in and your bank keeps',
	},
	{
		displayName:
			'Remove deletes the fields that Run has added to sale orders, with what stands in them.',
		name: 'removeNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['setUp'], operation: ['remove'] } },
	},
	{
		displayName: 'Delete Tables With Their Records',
		name: 'deleteRecords',
		type: 'boolean',
		default: false,
		displayOptions: { show: { resource: ['setUp'], operation: ['remove'] } },
		description:
			'Whether to delete the tables that Run has made with all that stands in them, and not only their menus and screens',
	},
	dryRunField('setUp', ['run', 'remove'], 'Odoo'),
];

const isDryRun = (context: IExecuteFunctions) =>
	context.getNodeParameter('dryRun', 0, false) === true;

export const check = { execute: setUp(() => checkSetUp, automationRules) };
export const run = {
	execute: setUp((context) => {
		rejectAiToolCall(context, 'set Odoo up');
		return isDryRun(context) ? checkSetUp : runSetUp;
	}, automationRules),
};
export const remove = {
	execute: setUp((context) => {
		rejectAiToolCall(context, 'take the set-up away');
		return isDryRun(context) ? checkRemoval : removeSetUp;
	}),
};
