import type { INodeProperties } from 'n8n-workflow';

import { confirmRefundField } from './confirmation';
import { orderNumberFields } from './order-number';
import { refundNumberField } from './refund-number';

const show = { resource: ['refund'], operation: ['create'] };

export const description: INodeProperties[] = [
	{
		displayName:
			'This refunds real money. Running again with the same refund number refunds nothing more. AI agents cannot use it: as a tool, the operation is rejected.',
		name: 'refundNotice',
		type: 'notice',
		default: '',
		displayOptions: { show },
	},
	...orderNumberFields(show),
	refundNumberField(show),
	{
		displayName: 'Refund',
		name: 'extent',
		type: 'options',
		options: [
			{
				name: 'Everything Paid',
				value: 'all',
				description: 'After a part was refunded: everything that is left',
			},
			{ name: 'A Part', value: 'part' },
		],
		default: 'all',
		displayOptions: { show },
		description: 'Amount to refund. The order is queried first for its total and currency.',
	},
	{
		displayName: 'Amount',
		name: 'amount',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 19.90',
		displayOptions: { show: { ...show, extent: ['part'] } },
		description: 'In the unit below, in the currency of the order',
	},
	{
		displayName: 'Amount Unit',
		name: 'amountUnit',
		type: 'options',
		options: [
			{ name: 'Decimal (19.90 Yuan)', value: 'decimal' },
			{ name: 'Smallest Unit (1990 Fen)', value: 'fen' },
		],
		default: 'decimal',
		displayOptions: { show: { ...show, extent: ['part'] } },
		description: 'Unit of the amount: yuan with decimals, or whole fen',
	},
	confirmRefundField(show),
	{
		displayName: 'Options',
		name: 'refundOptions',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Notify URL',
				name: 'notifyUrl',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://n8n.example.com/webhook/wechat-pay',
				description:
					'Where WeChat Pay reports how the refund went: the production URL of WeChat Pay Trigger. Without it, the address set in the merchant platform is used.',
			},
			{
				displayName: 'Reason',
				name: 'reason',
				type: 'string',
				default: '',
				placeholder: 'e.g. sold out',
				description: 'Shown to the buyer, up to 80 characters',
			},
			{
				displayName: 'Refund From',
				name: 'fundsAccount',
				type: 'options',
				options: [
					{ name: 'Available Balance', value: 'AVAILABLE' },
					{ name: 'Unsettled Money', value: 'UNSETTLED' },
				],
				default: 'UNSETTLED',
				description: 'Account that the refund is paid from. Mainland merchants only.',
			},
			{
				displayName: 'Refunded Before (Smallest Unit)',
				name: 'refundedBefore',
				type: 'string',
				default: '',
				placeholder: 'e.g. {{ $json.odoo.refunded_fen + $json.odoo.pending_fen }}',
				description:
					'Amount already refunded for the order, in fen. If WeChat Pay has refunded more, nothing is refunded and its refunds go to the output Unknown Refunds. Leave empty to skip this check.',
			},
		],
	},
];
