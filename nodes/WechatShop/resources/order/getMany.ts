import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { mapWithLimit } from '../../../../lib/core/collections';
import { getShopOrder } from '../../../../lib/wechat-shop/orders/get-order';
import { listShopOrders, type OrderFilter } from '../../../../lib/wechat-shop/orders/list-orders';
import { shopPaymentItem } from '../../../../lib/wechat-shop/orders/payment-item';
import { callContext } from '../../../shared/call-context';
import { toItems } from '../../../shared/operation';
import { textParameter } from '../../../shared/parameter-text';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf } from '../../shared/account';
import { limitFields, mostOf, secondsOf } from '../../shared/period';

const show = { resource: ['order'], operation: ['getMany'] };

export const description: INodeProperties[] = [
	...limitFields(show),
	{
		displayName: 'Period Of',
		name: 'by',
		type: 'options',
		options: [
			{
				name: 'Last Change',
				value: 'update_time',
				description: 'When the order was last paid, shipped, refunded, settled or changed',
			},
			{ name: 'Order', value: 'create_time', description: 'When the order was placed' },
		],
		default: 'update_time',
		displayOptions: { show },
		description: 'Which time of an order From and Until are compared with',
	},
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		default: '={{ $now.minus({ days: 1 }) }}',
		required: true,
		displayOptions: { show },
		description: 'Start of the period',
	},
	{
		displayName: 'Until',
		name: 'until',
		type: 'dateTime',
		default: '',
		displayOptions: { show },
		description: 'End of the period. Defaults to now.',
	},
	{
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: [
			{ name: 'Any', value: 0 },
			{ name: 'Cancelled Unpaid', value: 250 },
			{ name: 'Finished', value: 100 },
			{ name: 'Gift to Be Accepted', value: 12 },
			{ name: 'Group Not Complete', value: 13 },
			{ name: 'Partly Shipped', value: 21 },
			{ name: 'Refunded', value: 200 },
			{ name: 'Shipped', value: 30 },
			{ name: 'To Ship', value: 20 },
			{ name: 'Unpaid', value: 10 },
		],
		default: 0,
		displayOptions: { show },
		description: 'Which orders to list',
	},
	{
		displayName: 'IDs Only',
		name: 'idsOnly',
		type: 'boolean',
		default: false,
		displayOptions: { show },
		description:
			'Whether to return only the numbers of the orders, without one call for each order',
	},
];

const AT_ONCE = 5;

/** Lists orders, an item each. */
export const execute = runPerItem(async (context, index) => {
	const account = await accountOf(context);
	const most = mostOf(context, index);
	const ids = await listShopOrders(account, filterOf(context, index), most, callContext);
	if (context.getNodeParameter('idsOnly', index) === true) {
		return toItems(ids.map((id) => ({ shop_order_id: id, shop_appid: account.appid })));
	}
	const orders = await mapWithLimit(ids, AT_ONCE, async (id) => {
		const order = await getShopOrder(account, id, callContext);
		return { ...shopPaymentItem(order, account.appid), shop_order: order };
	});
	return toItems(orders);
});

function filterOf(context: IExecuteFunctions, index: number): OrderFilter {
	const until = textParameter(context, 'until', index);
	const status = Number(context.getNodeParameter('status', index));
	return {
		by: context.getNodeParameter('by', index) as OrderFilter['by'],
		from: secondsOf(textParameter(context, 'from', index), 'From'),
		until: until === '' ? Math.floor(callContext.now() / 1000) : secondsOf(until, 'Until'),
		...(status > 0 && { status }),
	};
}
