import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { dryRunField, inputNotice } from '../../../../shared/operation-fields';
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
					'The taxes of the products. They must be included in the price, or the total differs from the amount paid.',
			},
			{
				name: 'By Fiscal Position',
				value: 'fiscalPosition',
				description: 'The taxes of the products, mapped by a fiscal position',
			},
			{
				name: 'No Tax',
				value: 'none',
				description: 'No taxes on the lines, for example for exports',
			},
		],
		default: 'odoo',
		description:
			'Taxes on the order lines. If the order total differs from the amount paid, the order goes to Needs Review.',
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
			'Sets the currency of the order. Leave empty to use the only active pricelist in the currency of the payment.',
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
				name: 'Back-Order',
				value: 'back_order',
				description: 'Reserve the available units; the rest follows when stock arrives',
			},
			{
				name: 'Reset to Quotation',
				value: 'leave_unconfirmed',
				description: 'Reset the order to a quotation, release its stock and create an activity',
			},
			{
				name: 'Release Stock',
				value: 'release',
				description: 'Keep the order confirmed, release its reserved stock and create an activity',
			},
		],
		default: 'back_order',
		description: 'What to do when stock is not available for the whole order',
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
	inputNotice(
		'order',
		'completeDraft',
		'Input: the drafts from Get Waiting Drafts, after SKU Map (Mapped output)',
	),
	...updateDisplayOptions(displayOptions, properties),
	dryRunField('order', OPERATIONS, 'Odoo'),
	...updateDisplayOptions(displayOptions, optionFields),
];
