import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { takesNotice } from '../../shared/input-notice';

export const PURPOSE_CODE: INodeProperties = {
	displayName: 'Purpose Code',
	name: 'purposeCode',
	type: 'string',
	default: '',
	placeholder: 'e.g. P0102',
	description: "The bank's code for what the money is for; goes into the remittance register",
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
		description: 'Where it stands what came in at the bank',
	},
	{
		displayName: 'Bank Journal Name or ID',
		name: 'bankJournal',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getBankJournals' },
		default: '',
		displayOptions: { show: { receiptsFrom: ['odoo'] } },
		description:
			'The account that WeChat pays out to. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
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
				displayName: 'Amount May Differ By (%)',
				name: 'percent',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 20, numberPrecision: 2 },
				default: 3,
				description:
					'How far a receipt whose text names no payout may be from it, reckoned at the rate in Odoo',
			},
			{
				displayName: 'Days After Payout',
				name: 'days',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 60 },
				default: 7,
				description: 'How long after the payout a receipt whose text does not name it may come',
			},
		],
	},
];

export const description = [
	takesNotice(
		'settlement',
		'recordReceipts',
		'Takes the payouts of WeChat Pay → Settlement: Get Many (Settled)',
	),
	...updateDisplayOptions(
		{ show: { resource: ['settlement'], operation: ['recordReceipts'] } },
		properties,
	),
];
