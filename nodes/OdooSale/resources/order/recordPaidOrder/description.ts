import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { dryRunField } from '../../../../shared/dry-run';
import { takesNotice } from '../../../../shared/input-notice';
import { options } from './options';

const properties: INodeProperties[] = [
	{
		displayName: 'Taxes',
		name: 'taxes',
		type: 'options',
		options: [
			{
				name: 'As Set in Odoo',
				value: 'odoo',
				description:
					'The taxes of the products. They must be included in the price, since the buyer paid no more than that.',
			},
			{
				name: 'By Fiscal Position',
				value: 'fiscalPosition',
				description: 'The taxes of the products, mapped by a fiscal position',
			},
			{
				name: 'No Tax',
				value: 'none',
				description: 'Lines without taxes, for example for exports',
			},
		],
		default: 'odoo',
		description:
			'Which taxes the order lines get. An order that does not come to what was paid goes to Needs Review.',
	},
	{
		displayName: 'Fiscal Position Name or ID',
		name: 'fiscalPosition',
		type: 'options',
		typeOptions: { loadOptionsMethod: 'getFiscalPositions' },
		displayOptions: { show: { taxes: ['fiscalPosition'] } },
		default: '',
		required: true,
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
	{
		displayName: 'Pricelist',
		name: 'pricelist',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		description:
			'Gives the order its currency. Leave empty to take the only active pricelist in the currency of the payment.',
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchPricelists', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. 2',
			},
		],
	},
	{
		displayName: 'When Stock Is Short',
		name: 'whenShort',
		type: 'options',
		displayOptions: { hide: { operation: ['holdStock'] } },
		options: [
			{
				name: 'Keep and Back-Order',
				value: 'back_order',
				description: 'Keep the pieces that are there; the rest follows when stock arrives',
			},
			{
				name: 'Leave Unconfirmed',
				value: 'leave_unconfirmed',
				description: 'Make it a draft with nothing held back, and ask a person to decide',
			},
			{
				name: 'Release and Hold',
				value: 'release',
				description:
					'Keep it confirmed but let go of its pieces, for other orders, and ask a person to decide',
			},
		],
		default: 'back_order',
		description: 'What becomes of an order that does not get all of its pieces',
	},
];

const optionFields: INodeProperties[] = [
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options,
	},
];

const OPERATIONS = ['recordPaidOrder', 'holdStock'];
const SHOWN = [...OPERATIONS, 'completeDraft'];

const displayOptions = { show: { resource: ['order'], operation: SHOWN } };

export const description = [
	takesNotice(
		'order',
		'completeDraft',
		'Takes the drafts of Get Waiting Drafts, behind SKU Map (output Mapped)',
	),
	...updateDisplayOptions(displayOptions, properties),
	dryRunField('order', OPERATIONS, 'Odoo'),
	...updateDisplayOptions(displayOptions, optionFields),
];
