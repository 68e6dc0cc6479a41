import type { INodeProperties, NodeHint } from 'n8n-workflow';

import { acknowledgeFields } from '../../shared/receiving/acknowledge-fields';

const sentTo = (output: string, what: string) => `${what} Sent to the ${output} output.`;

const order = (name: string, value: string, description: string) => ({
	name: `Order ${name}`,
	value: `channels_ec_order_${value}`,
	description: sentTo('Order', description),
});

const afterSale = (name: string, value: string, description: string) => ({
	name,
	value: `channels_ec_${value}_update`,
	description: sentTo('After-Sale', description),
});

export const properties: INodeProperties[] = [
	{
		displayName:
			'Enter the production URL of this node at store.weixin.qq.com → Service Market (服务市场) → Own Development (自研) → Message Push (消息推送). Publish the workflow first: WeChat checks the URL when you save it.',
		name: 'pushUrlNotice',
		type: 'notice',
		default: '',
	},
	...acknowledgeFields('event'),
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		default: ['channels_ec_order_pay', 'channels_ec_order_wait_shipping'],
		options: [
			afterSale('After-Sale Changed', 'aftersale', 'A buyer asked for a refund, or it changed.'),
			afterSale(
				'Compensation Claim Changed',
				'guarantee',
				'A buyer claimed compensation, or the claim changed.',
			),
			afterSale('Dispute Changed', 'complaint', 'A buyer took a dispute to WeChat, or it changed.'),
			afterSale(
				'Gift After-Sale Changed',
				'present_aftersale',
				'Someone asked for a refund of a gift, or it changed.',
			),
			order('Canceled', 'cancel', 'An unpaid order was canceled, or all products were refunded.'),
			order(
				'Changed',
				'ext_info_update',
				'A note, the address, the phone number, the commission or a SKU changed.',
			),
			order('Paid', 'pay', 'A buyer paid. Gifts and group purchases may not be shippable yet.'),
			order('Placed', 'new', 'A buyer placed an order that is not paid yet.'),
			order('Ready to Ship', 'wait_shipping', 'A paid order can be shipped now.'),
			order('Received', 'confirm', 'The buyer or WeChat confirmed receipt.'),
			order('Settled', 'settle', 'WeChat settled the order, and its fee is final.'),
			order('Shipped', 'deliver', 'Some or all products of an order were shipped.'),
			{
				name: 'Stock Running Out',
				value: 'channels_ec_stock_no_enough',
				description:
					'Stock of a SKU fell to 20% or 10% of what was last set. Sent to the Stock output.',
			},
		],
		description:
			'Events that start the workflow. All others are acknowledged and counted in the log. Connect the output of an event before choosing it.',
	},
	{
		displayName: 'Accept Forwarded Events',
		name: 'forwarded',
		type: 'boolean',
		default: false,
		description:
			'Whether your own backend may forward events, signed as in the shop backend contract. A WeChat Shop has only one push URL.',
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
			'End every branch with a WeChat Pay node set to Acknowledge Notification. Otherwise WeChat sends the event again.',
	},
];
