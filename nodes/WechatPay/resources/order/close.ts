import type { INodeProperties } from 'n8n-workflow';

import { closeOrder } from '../../../../lib/wechat-pay/api/orders';
import { runPerItem } from '../../../shared/run-per-item';
import { callContext } from '../../../shared/call-context';
import { accountOf, ofMerchant, subMerchantField } from '../../shared/fields';
import { orderNumber } from '../../shared/order-number';

export const description: INodeProperties[] = [
	{
		displayName: 'Order Number of the Shop',
		name: 'orderNumber',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. {{ $json.out_trade_no }}',
		displayOptions: { show: { resource: ['order'], operation: ['close'] } },
		description: 'Also called out_trade_no, as text',
	},
	subMerchantField({ resource: ['order'], operation: ['close'] }),
];

/**
 * Closes an unpaid order.
 *
 * @returns its number and its state from now on
 * @throws IntegrationError `WECHAT_ORDER_NUMBER_INVALID` and those of `closeOrder`
 */
export const execute = runPerItem(async (context, index) => {
	const out_trade_no = orderNumber(context, index);
	const order = { out_trade_no, ...ofMerchant(context, index) };
	await closeOrder(await accountOf(context, index), order, callContext);
	return { json: { ...order, trade_state: 'CLOSED' } };
});
