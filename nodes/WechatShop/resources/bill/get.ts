import type { INodeProperties } from 'n8n-workflow';

import { readShopDay } from '../../../../lib/wechat-shop/bill/read-shop-day';
import { shopBill } from '../../../../lib/wechat-shop/bill/shop-bill';
import { billDate } from '../../../../lib/wechat-pay/bills/fetch-bill';
import { callContext } from '../../../shared/call-context';
import { toItems } from '../../../shared/operation';
import { textParameter } from '../../../shared/parameter-text';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf } from '../../shared/account';

export const description: INodeProperties[] = [
	{
		displayName: 'Date',
		name: 'date',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-22',
		displayOptions: { show: { resource: ['bill'], operation: ['get'] } },
		description:
			'Day in Beijing as year-month-day. Defaults to yesterday there. The funds of a day are ready after 16:00 Beijing time on the next.',
	},
];

/** The payments, refunds and movements of money of a day, a row each; a day without any is one item with the date. */
export const execute = runPerItem(async (context, index) => {
	const account = await accountOf(context);
	const date = billDate(textParameter(context, 'date', index), callContext.now());
	const rows = shopBill(await readShopDay(account, date, callContext));
	const bill = { kind: 'shop', date };
	if (rows.length === 0) return { json: { bill, shop_appid: account.appid } };
	return toItems(rows.map((row) => ({ ...row, bill })));
});
