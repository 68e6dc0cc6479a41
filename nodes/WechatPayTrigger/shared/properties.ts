import type { INodeProperties, NodeHint } from 'n8n-workflow';

import { linesFromField } from '../../shared/lines-from-field';
import { acknowledgeFields } from '../../shared/receiving/acknowledge-fields';

export const properties: INodeProperties[] = [
	{
		displayName:
			'Put the production URL of this node into notify_url when the shop creates an order with WeChat Pay',
		name: 'notifyUrlNotice',
		type: 'notice',
		default: '',
	},
	...acknowledgeFields('payment'),
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		default: ['TRANSACTION.SUCCESS'],
		options: [
			{
				name: 'Complaint Changed',
				value: 'COMPLAINT.STATE_CHANGE',
				description:
					'A buyer, you or WeChat did something about a complaint. Sent to the Complaint output.',
			},
			{
				name: 'Complaint Received',
				value: 'COMPLAINT.CREATE',
				description:
					'A buyer complained. WeChat expects an answer within 24 hours. Sent to the Complaint output.',
			},
			{
				name: 'Payment Succeeded',
				value: 'TRANSACTION.SUCCESS',
				description: 'A buyer paid. Sent to the Payment output.',
			},
			{
				name: 'Refund Abnormal',
				value: 'REFUND.ABNORMAL',
				description:
					"The refund could not be paid to the buyer's account and needs manual handling. Sent to the Refund output.",
			},
			{
				name: 'Refund Closed',
				value: 'REFUND.CLOSED',
				description: 'A refund was closed without being paid. Sent to the Refund output.',
			},
			{
				name: 'Refund Succeeded',
				value: 'REFUND.SUCCESS',
				description: 'A refund was paid to the buyer. Sent to the Refund output.',
			},
		],
		description:
			'Events that start the workflow. All others are acknowledged and ignored. Connect the output of an event before choosing it.',
	},
	linesFromField(),
	{
		displayName: 'App ID',
		name: 'appid',
		type: 'string',
		default: '',
		placeholder: 'e.g. wx0123456789abcdef',
		description:
			'Refuse payments through any other app. Leave empty to accept every app of the merchant.',
	},
	{
		displayName: 'Sub-Merchant ID',
		name: 'subMchid',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1900000109',
		description:
			'Only for service providers: refuse orders for any other merchant. Leave empty to accept all.',
	},
];

/** Setup mistakes that n8n cannot see by itself. */
export const hints: NodeHint[] = [
	{
		type: 'info',
		location: 'ndv',
		whenToDisplay: 'always',
		displayCondition: '={{ $parameter["acknowledge"] === "responseNode" }}',
		message:
			'End every branch with a WeChat Pay node set to Acknowledge Notification. Otherwise WeChat sends the notification again.',
	},
	{
		type: 'info',
		location: 'ndv',
		whenToDisplay: 'always',
		displayCondition:
			'={{ $parameter["events"].some((event) => String(event).startsWith("REFUND")) }}',
		message: 'Refunds go to the second output. Connect it, or remove the refund events.',
	},
	{
		type: 'info',
		location: 'ndv',
		whenToDisplay: 'always',
		displayCondition:
			'={{ $parameter["events"].some((event) => String(event).startsWith("COMPLAINT")) }}',
		message:
			'Complaints go to the third output. WeChat does not send them to notify_url: register the production URL of this node with WeChat Pay → Complaint: Set Notification URL.',
	},
];
