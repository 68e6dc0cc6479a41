import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { inputNotice } from '../../shared/operation-fields';

export const PURPOSE_CODE: INodeProperties = {
	displayName: 'Purpose Code',
	name: 'purposeCode',
	type: 'string',
	default: '',
	placeholder: 'e.g. P0102',
	description: "The bank's code for the purpose of the payment, for the remittance register",
};

const properties: INodeProperties[] = [
	{
		displayName: 'Receipts From',
		name: 'receiptsFrom',
		type: 'options',
		options: [
			{ name: 'Bank Statements in Odoo', value: 'odoo' },
			{
				name: 'Second Input',
				value: 'input',
				description:
					'Items with reference, date, amount and currency, e.g. from a CSV file or a sheet',
			},
		],
		default: 'odoo',
		description: 'Where to read bank receipts from',
	},
	{
		displayName: 'Bank Journal Name or ID',
		name: 'bankJournal',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getBankJournals' },
		default: '',
		displayOptions: { show: { receiptsFrom: ['odoo'] } },
		description:
			'Journal of the bank account that WeChat pays out to. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	PURPOSE_CODE,
	{
		displayName: 'Options',
		name: 'receiptOptions',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Amount Tolerance (%)',
				name: 'percent',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 20, numberPrecision: 2 },
				default: 3,
				description:
					'Maximum difference in percent between a payout and a receipt that does not mention it, converted at the Odoo rate',
			},
			{
				displayName: 'Days After Payout',
				name: 'days',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 60 },
				default: 7,
				description:
					'Maximum number of days between a payout and a receipt that does not mention it',
			},
		],
	},
];

export const description = [
	inputNotice(
		'settlement',
		'recordReceipts',
		'Input: the payouts of WeChat Pay → Settlement: Get Many (Settled)',
	),
	...updateDisplayOptions(
		{ show: { resource: ['settlement'], operation: ['recordReceipts'] } },
		properties,
	),
];
