import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { IntegrationError } from '../../../lib/core/errors';
import type { ShareNumber } from '../../../lib/wechat-pay/profit-sharing/share';
import { textParameter, type Show } from './fields';

export const transactionField = (show: Show): INodeProperties => ({
	displayName: 'Order Number of WeChat',
	name: 'transactionId',
	type: 'string',
	default: '={{ $json.transaction_id }}',
	required: true,
	displayOptions: { show },
	description: 'The transaction_id of the payment, as text',
});

export const shareNumberField = (show: Show): INodeProperties => ({
	displayName: 'Sharing Number',
	name: 'sharingNumber',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.out_trade_no }}-S1',
	displayOptions: { show },
	description:
		'Also called out_order_no: your own number of this request, up to 64 characters. Build it from the order number, so that a retry cannot share twice.',
});

export const receiverFields = (show: Show): INodeProperties[] => [
	{
		displayName: 'Receiver Type',
		name: 'receiverType',
		type: 'options',
		options: [
			{ name: 'Merchant', value: 'MERCHANT_ID' },
			{ name: 'Person', value: 'PERSONAL_OPENID' },
		],
		default: 'PERSONAL_OPENID',
		displayOptions: { show },
		description: 'Whether the receiver is a merchant number or a person',
	},
	{
		displayName: 'Receiver Account',
		name: 'receiverAccount',
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show },
		description: 'Merchant number, or OpenID of the person under the App ID below',
	},
	{
		displayName: 'App ID',
		name: 'receiverAppid',
		type: 'string',
		default: '={{ $json.appid }}',
		required: true,
		displayOptions: { show },
		description: 'App ID of the merchant, under which OpenIDs are',
	},
];

export const confirmField = (show: Show): INodeProperties => ({
	displayName: 'Confirm Profit Sharing',
	name: 'confirmSharing',
	type: 'boolean',
	noDataExpression: true,
	default: false,
	displayOptions: { show },
	description:
		'Whether this node may move money. If off, it fails without calling WeChat Pay, also in tests in the editor.',
});

/** @throws IntegrationError `WECHAT_SHARE_NOT_CONFIRMED` unless the node may move money */
export function requireSharing(context: IExecuteFunctions, index: number): void {
	if (context.getNodeParameter('confirmSharing', index) === true) return;
	throw new IntegrationError({
		code: 'WECHAT_SHARE_NOT_CONFIRMED',
		message: 'No money was moved: Confirm Profit Sharing is off.',
		likelyCause: 'The step was tried out, or is not finished.',
		nextStep: 'Turn on Confirm Profit Sharing when the node may move money.',
	});
}

/** @throws IntegrationError `WECHAT_SHARE_NUMBER_INVALID` */
export function shareNumber(context: IExecuteFunctions, index: number): ShareNumber {
	return {
		transaction_id: textParameter(context, 'transactionId', index),
		out_order_no: validNumber(textParameter(context, 'sharingNumber', index)),
	};
}

/** @throws IntegrationError `WECHAT_SHARE_NUMBER_INVALID` */
export function validNumber(text: string): string {
	if (/^[\w|*@-]{1,64}$/.test(text)) return text;
	throw new IntegrationError({
		code: 'WECHAT_SHARE_NUMBER_INVALID',
		message: 'The number is not text of 1 to 64 letters, digits and _-|*@.',
		likelyCause: 'The field before is empty, or has spaces in it.',
		nextStep: 'Build the number from the order number, e.g. {{ $json.out_trade_no }}-S1.',
	});
}
