import type { INodeProperties } from 'n8n-workflow';

import { billDate } from '../../../../lib/wechat-pay/bills/fetch-bill';
import { queryExchangeRate } from '../../../../lib/wechat-pay/api/exchange-rate';
import { runPerItem } from '../../../shared/run-per-item';
import { wechatPayAccount } from '../../../shared/wechat-pay-account';
import { callContext } from '../../../shared/call-context';
import { textParameter } from '../../shared/fields';

const displayOptions = { show: { resource: ['exchangeRate'], operation: ['get'] } };

export const description: INodeProperties[] = [
	{
		displayName:
			'For reference only: each order is converted at its own rate, which is in the global statement. Needs the APIv2 key in the credential.',
		name: 'rateNotice',
		type: 'notice',
		default: '',
		displayOptions,
	},
	{
		displayName: 'App ID',
		name: 'appId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. wx0123456789abcdef',
		displayOptions,
		description: 'An App ID that is bound to the merchant',
	},
	{
		displayName: 'Currency',
		name: 'currency',
		type: 'string',
		default: 'USD',
		required: true,
		displayOptions,
		description: 'Three letters (ISO 4217)',
	},
	{
		displayName: 'Date',
		name: 'date',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-22',
		displayOptions,
		description: 'A day in Beijing as year-month-day; empty means yesterday there',
	},
];

/**
 * WeChat Pay's reference rate of a currency on a day.
 *
 * @throws IntegrationError `WECHAT_DATE_INVALID` and those of `queryExchangeRate`
 */
export const execute = runPerItem(async (context, index) => {
	const credential = await context.getCredentials('wechatPayApi', index);
	const request = {
		appid: textParameter(context, 'appId', index),
		currency: textParameter(context, 'currency', index).toUpperCase(),
		date: billDate(textParameter(context, 'date', index), Date.now()),
		apiV2Key: String(credential['apiV2Key'] ?? '').trim(),
	};
	return { json: await queryExchangeRate(wechatPayAccount(credential), request, callContext) };
});
