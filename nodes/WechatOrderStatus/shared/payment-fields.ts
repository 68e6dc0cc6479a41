import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { readPaymentKey, type PaymentKey } from '../../../lib/wechat-api/shipping/shipment';
import { textParameter } from '../../shared/parameter-text';

type Show = Record<'resource' | 'operation', string[]>;

/** Which payment, by WeChat's number or the shop's. */
export const paymentFields = (show: Show): INodeProperties[] => [
	{
		displayName: 'Payment Named By',
		name: 'lookUpBy',
		type: 'options',
		options: [
			{
				name: 'Order Number of the Shop',
				value: 'out_trade_no',
				description: 'Also called out_trade_no; WeChat wants the merchant number with it',
			},
			{
				name: 'Order Number of WeChat',
				value: 'transaction_id',
				description: 'The transaction_id (recommended)',
			},
		],
		default: 'transaction_id',
		displayOptions: { show },
		description: 'Which of its two numbers the payment is named by',
	},
	{
		displayName: 'Order Number of WeChat',
		name: 'transactionId',
		type: 'string',
		default: '={{ $json.transaction_id }}',
		required: true,
		displayOptions: { show: { ...show, lookUpBy: ['transaction_id'] } },
		description: 'The transaction_id of the payment, as text: 28 digits do not survive as a number',
	},
	...shopNumberFields({ ...show, lookUpBy: ['out_trade_no'] }),
];

/** The payment by the shop's number alone. */
export const shopNumberFields = (show: Record<string, string[]>): INodeProperties[] => [
	{
		displayName: 'Order Number of the Shop',
		name: 'outTradeNo',
		type: 'string',
		default: '={{ $json.out_trade_no }}',
		required: true,
		displayOptions: { show },
		description: 'The out_trade_no with which the shop created the payment',
	},
	{
		displayName: 'Merchant Number',
		name: 'mchid',
		type: 'string',
		default: '={{ $json.mchid }}',
		required: true,
		displayOptions: { show },
		description:
			'The mchid that the buyer paid to. With a service provider, that of the sub-merchant.',
	},
];

/** @throws IntegrationError `PAYMENT_NUMBER_MISSING` */
export function paymentKey(context: IExecuteFunctions, index: number): PaymentKey {
	return context.getNodeParameter('lookUpBy', index) === 'transaction_id'
		? readPaymentKey({ transaction_id: textParameter(context, 'transactionId', index) })
		: shopNumberKey(context, index);
}

/** @throws IntegrationError `PAYMENT_NUMBER_MISSING` */
export const shopNumberKey = (context: IExecuteFunctions, index: number): PaymentKey =>
	readPaymentKey({
		mchid: textParameter(context, 'mchid', index),
		out_trade_no: textParameter(context, 'outTradeNo', index),
	});
