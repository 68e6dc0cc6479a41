import type { INodeProperties } from 'n8n-workflow';

/** The trigger's parameters. `responseCode` stands twice so that the webhook can name it without an expression. */
export const properties: INodeProperties[] = [
	{
		displayName:
			'Put the production URL of this node into notify_url when the shop creates an order with WeChat Pay',
		name: 'notifyUrlNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Acknowledge',
		name: 'acknowledge',
		type: 'options',
		default: 'onReceived',
		options: [
			{
				name: 'Immediately',
				value: 'onReceived',
				description: 'As soon as n8n has stored the payment',
			},
			{
				name: 'When the Workflow Says So',
				value: 'responseNode',
				description:
					'When a WeChat Pay node with the operation Acknowledge Notification has been passed. WeChat waits 5 seconds, then sends again later.',
			},
		],
		description: 'When WeChat Pay is told that the payment has arrived',
	},
	responseCode('onReceived', 200),
	// A run that ends without an acknowledgement must not look like one.
	responseCode('responseNode', 503),
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		default: ['TRANSACTION.SUCCESS'],
		options: [
			{
				name: 'Payment Succeeded',
				value: 'TRANSACTION.SUCCESS',
				description: 'A buyer has paid; at the output Payment',
			},
			{
				name: 'Refund Abnormal',
				value: 'REFUND.ABNORMAL',
				description:
					"The buyer's account takes no money: somebody has to act; at the output Refund",
			},
			{
				name: 'Refund Closed',
				value: 'REFUND.CLOSED',
				description: 'A refund will not happen; at the output Refund',
			},
			{
				name: 'Refund Succeeded',
				value: 'REFUND.SUCCESS',
				description: 'A buyer has got money back; at the output Refund',
			},
		],
		description:
			'What starts the workflow. Everything else is acknowledged and dropped. Refunds need nodes at the output Refund.',
	},
	{
		displayName: 'Order Lines From',
		name: 'linesFrom',
		type: 'options',
		default: 'attach',
		options: [
			{
				name: 'Attach',
				value: 'attach',
				description: 'What the shop wrote into attach, such as TEE-RED-M*2@9900,CAP-BLK@5000',
			},
			{
				name: 'None',
				value: 'none',
				description: 'A later node supplies the lines',
			},
			{
				name: 'Promotion Detail',
				value: 'promotion_detail',
				description:
					'The goods that a single-item coupon applied to; only complete if the shop sees to it',
			},
		],
		description: 'Where the SKUs and quantities come from: WeChat itself does not send them',
	},
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

function responseCode(acknowledge: string, status: number): INodeProperties {
	return {
		displayName: 'Response Code',
		name: 'responseCode',
		type: 'hidden',
		default: status,
		displayOptions: { show: { acknowledge: [acknowledge] } },
	};
}
