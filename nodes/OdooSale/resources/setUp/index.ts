import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { OdooClient } from '../../../../lib/odoo/client';
import { automationRules } from '../../../../lib/set-up/automation-rules';
import { checkSettings, settingChecks } from '../../../../lib/set-up/check-settings';
import { checkRemoval, checkSetUp, removeSetUp, runSetUp } from '../../../../lib/set-up/run-set-up';
import { dryRunField, operationMenu } from '../../../shared/operation-fields';
import { setUp } from './execute';

export const description: INodeProperties[] = [
	operationMenu(
		'setUp',
		[
			{
				name: 'Check',
				value: 'check',
				action: 'Check the set up',
				description:
					'List what Odoo still needs for WeChat orders, including missing rights, and what its settings mean for them',
			},
			{
				name: 'Remove',
				value: 'remove',
				action: 'Remove the set up',
				description: 'Remove what Run created, except data that orders may use',
			},
			{
				name: 'Run',
				value: 'run',
				action: 'Run the set up',
				description: 'Create what is missing. The Odoo user must be an administrator.',
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
			'Currencies to activate, separated by commas: first the one that buyers pay in, which gets a pricelist, then those of WeChat settlements and of your bank account',
	},
	{
		displayName: 'Customs Hold Warehouses',
		name: 'customsWarehouses',
		type: 'string',
		default: '',
		placeholder: 'e.g. WH, BW',
		displayOptions: { show: { resource: ['setUp'] } },
		description:
			'Short names of warehouses, separated by commas, whose deliveries of WeChat orders cannot be validated until customs has the payment. Empty: none.',
	},
	{
		displayName: 'Remove deletes the fields that Run added to sale orders, including their values.',
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
			'Whether to delete the tables that Run created including all records, not only their menus and views',
	},
	dryRunField('setUp', ['run', 'remove'], 'Odoo'),
];

const isDryRun = (context: IExecuteFunctions) =>
	context.getNodeParameter('dryRun', 0, false) === true;

const settings = async (odoo: OdooClient, currency: string, callsPerSecond: number) =>
	await checkSettings(odoo, settingChecks(currency, Date.now(), callsPerSecond));
const rules = async (odoo: OdooClient) => [await automationRules(odoo)];

export const check = { execute: setUp(() => checkSetUp, settings, rules) };
export const run = {
	execute: setUp((context) => {
		return isDryRun(context) ? checkSetUp : runSetUp;
	}, rules),
};
export const remove = {
	execute: setUp((context) => {
		return isDryRun(context) ? checkRemoval : removeSetUp;
	}),
};
