import type { INodeProperties } from 'n8n-workflow';

const show = { resource: ['payment'], operation: ['fromAcquirer'] };

/** What an acquirer does not document, or leaves to the merchant, is a field here and no guess. */
const options: INodeProperties[] = [
	{
		displayName: 'Accept Test Payments',
		name: 'acceptTest',
		type: 'boolean',
		default: false,
		description:
			"Whether to treat payments in Stripe's test mode as orders. Otherwise they are ignored.",
	},
	{
		displayName: 'Payer OpenID Field',
		name: 'openidField',
		type: 'string',
		default: '',
		placeholder: 'e.g. metadata.openid',
		description:
			"Path within the paid object to the buyer's OpenID. No acquirer sends it by itself: let your shop write it there.",
	},
	{
		displayName: 'Payment Methods',
		name: 'methods',
		type: 'options',
		options: [
			{
				name: 'All Methods',
				value: 'all',
				description: 'Payments by card and other methods become orders, too',
			},
			{
				name: 'WeChat Pay Only',
				value: 'wechat',
				description: 'Other payments are ignored; an event without a method is an error',
			},
		],
		default: 'wechat',
		description: 'Payments that become orders',
	},
	{
		displayName: 'Time Tolerance',
		name: 'tolerance',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 259200 },
		default: 300,
		description:
			'Maximum age of a signature in seconds. Older requests are refused, so that a recorded one cannot be sent again.',
	},
	{
		displayName: 'WeChat Transaction ID Field',
		name: 'wechatTransactionIdField',
		type: 'string',
		default: '',
		placeholder: 'e.g. latest_payment_attempt.provider_transaction_id',
		description:
			"Path within the paid object to WeChat's own number of the payment. Empty: where Stripe documents it; unknown for Airwallex.",
	},
];

export const description: INodeProperties[] = [
	{
		displayName:
			'Connect a Webhook node with the option Raw Body. Answer Ignored with 200, Refused with 401, and Payment and Refund with 200 after they are recorded.',
		name: 'acquirerNotice',
		type: 'notice',
		default: '',
		displayOptions: { show },
	},
	{
		displayName: 'Raw Body Field',
		name: 'rawBodyField',
		type: 'string',
		default: 'data',
		required: true,
		displayOptions: { show },
		description: 'Name of the binary field with the request as it arrived',
		hint: 'The Webhook node calls it data',
	},
	{
		displayName: 'Order Number Field',
		name: 'orderNumberField',
		type: 'string',
		default: '',
		placeholder: 'e.g. metadata.order_id',
		displayOptions: { show },
		description:
			"Path within the paid object to your shop's order number. Empty: merchant_order_id at Airwallex, metadata.order_id at Stripe.",
	},
	{
		displayName: 'Order Lines From',
		name: 'acquirerLinesFrom',
		type: 'options',
		default: 'field',
		displayOptions: { show },
		options: [
			{
				name: 'Field',
				value: 'field',
				description:
					'Lines that your shop wrote into a field of the payment, such as TEE-RED-M*2@9900,CAP-BLK@5000',
			},
			{ name: 'None', value: 'none', description: 'A later node supplies the lines' },
			{
				name: 'Product Code (Airwallex)',
				value: 'product_code',
				description: 'The products of the order at Airwallex, with code as the SKU',
			},
			{
				name: 'Product SKU (Airwallex)',
				value: 'product_sku',
				description: 'The products of the order at Airwallex, with sku as the SKU',
			},
		],
		description: 'Where the SKUs and quantities are in the payment',
	},
	{
		displayName: 'Order Lines Field',
		name: 'linesField',
		type: 'string',
		default: 'metadata.lines',
		required: true,
		displayOptions: { show: { ...show, acquirerLinesFrom: ['field'] } },
		description: 'Path within the paid object to the order lines',
	},
	{
		displayName: 'Options',
		name: 'acquirerOptions',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show },
		options,
	},
];
