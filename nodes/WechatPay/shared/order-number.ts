import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { IntegrationError } from '../../../lib/core/errors';
import type { OrderKey } from '../../../lib/wechat-pay/api/endpoints';
import { ofMerchant, subMerchantField, type Show } from './fields';

const VALID = /^[\w|*@-]{6,32}$/;

/** Which order, by either of its numbers. */
export const orderNumberFields = (show: Show): INodeProperties[] => [
	{
		displayName: 'Look Up By',
		name: 'lookUpBy',
		type: 'options',
		options: [
			{
				name: 'Order Number of the Shop',
				value: 'out_trade_no',
				description: 'Also called out_trade_no; finds orders that are not paid yet, too',
			},
			{
				name: 'Order Number of WeChat',
				value: 'transaction_id',
				description: 'Also called transaction_id',
			},
		],
		default: 'out_trade_no',
		displayOptions: { show },
		description: 'Order number to search by',
	},
	{
		displayName: 'Order Number',
		name: 'orderNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.out_trade_no }}',
		displayOptions: { show },
		description: 'Always as text: longer numbers do not survive as numbers',
	},
	subMerchantField(show),
];

/** @throws IntegrationError `WECHAT_ORDER_NUMBER_INVALID` */
export function orderNumber(context: IExecuteFunctions, index: number): string {
	const number: unknown = context.getNodeParameter('orderNumber', index);
	if (typeof number === 'string' && VALID.test(number.trim())) return number.trim();
	throw new IntegrationError({
		code: 'WECHAT_ORDER_NUMBER_INVALID',
		message: 'The order number is not text of 6 to 32 letters and digits.',
		likelyCause: 'The field before is empty, or a node before has turned the number into a number.',
		nextStep: 'Pass out_trade_no or transaction_id on as text.',
	});
}

/** @throws IntegrationError `WECHAT_ORDER_NUMBER_INVALID` */
export function orderKey(context: IExecuteFunctions, index: number): OrderKey {
	const number = orderNumber(context, index);
	const merchant = ofMerchant(context, index);
	return context.getNodeParameter('lookUpBy', index) === 'transaction_id'
		? { transaction_id: number, ...merchant }
		: { out_trade_no: number, ...merchant };
}
