import type { INodeProperties } from 'n8n-workflow';

import { IntegrationError } from '../../../../lib/core/errors';
import { listOrders, type OrderState } from '../../../../lib/wechat-api/shipping/order';
import { toItems } from '../../../shared/operation';
import { textParameter } from '../../../shared/parameter-text';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf } from '../../shared/account';

const show = { resource: ['order'], operation: ['getMany'] };

export const description: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		displayOptions: { show },
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { ...show, returnAll: [false] } },
		description: 'Max number of results to return',
	},
	{
		displayName: 'State',
		name: 'orderState',
		type: 'options',
		options: [
			{ name: 'Any', value: 0 },
			{ name: 'Awaiting Settlement', value: 6 },
			{ name: 'Finished', value: 4 },
			{ name: 'Receipt Confirmed', value: 3 },
			{ name: 'Refunded', value: 5 },
			{ name: 'Shipped', value: 2 },
			{ name: 'To Ship', value: 1 },
		],
		default: 1,
		displayOptions: { show },
		description: 'Which payments to list',
	},
	{
		displayName: 'Paid From',
		name: 'paidFrom',
		type: 'dateTime',
		default: '',
		displayOptions: { show },
		description: 'Only payments made at this time or later',
	},
	{
		displayName: 'Paid Until',
		name: 'paidUntil',
		type: 'dateTime',
		default: '',
		displayOptions: { show },
		description: 'Only payments made at this time or before',
	},
	{
		displayName: 'Buyer (OpenID)',
		name: 'openid',
		type: 'string',
		default: '',
		displayOptions: { show },
		placeholder: 'e.g. {{ $json.openid }}',
		description: 'Only payments of this buyer',
	},
];

/** Lists payments in WeChat's own fields, an item each. */
export const execute = runPerItem(async (context, index) => {
	const all = context.getNodeParameter('returnAll', index) === true;
	const most = all ? Infinity : Number(context.getNodeParameter('limit', index, 50));
	const state = Number(context.getNodeParameter('orderState', index));
	const paidFrom = seconds(textParameter(context, 'paidFrom', index));
	const paidUntil = seconds(textParameter(context, 'paidUntil', index));
	const filter = {
		...(paidFrom === undefined ? {} : { paidFrom }),
		...(paidUntil === undefined ? {} : { paidUntil }),
		...(state === 0 ? {} : { orderState: state as OrderState }),
		openid: textParameter(context, 'openid', index),
	};
	const orders = await listOrders(await accountOf(context), filter, most, callContext);
	return toItems(orders);
});

/** Unix seconds. @throws IntegrationError `TIME_INVALID` */
function seconds(text: string): number | undefined {
	if (text === '') return undefined;
	const ms = Date.parse(text);
	if (!Number.isNaN(ms)) return Math.floor(ms / 1000);
	throw new IntegrationError({
		code: 'TIME_INVALID',
		message: 'Paid From or Paid Until is not a valid date and time.',
		likelyCause: 'An expression gave something else.',
		nextStep: 'Give it as 2026-11-22T10:00:00+08:00.',
	});
}
