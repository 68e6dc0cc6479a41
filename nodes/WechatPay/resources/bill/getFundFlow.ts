import type { INodeProperties } from 'n8n-workflow';

import { fetchBill } from '../../../../lib/wechat-pay/bills/fetch-bill';
import { runPerItem } from '../../../shared/run-per-item';
import { callContext } from '../../../shared/call-context';
import { accountOf } from '../../shared/fields';
import { billFields, billItems } from '../../shared/bill-fields';

const show = { resource: ['bill'], operation: ['getFundFlow'] };

export const description: INodeProperties[] = [
	...billFields(show),
	{
		displayName: 'Fund Account',
		name: 'fundAccount',
		type: 'options',
		options: [
			{ name: 'Basic (基本账户)', value: 'BASIC' },
			{ name: 'Fees (手续费账户)', value: 'FEES' },
			{ name: 'Operation (运营账户)', value: 'OPERATION' },
		],
		default: 'BASIC',
		displayOptions: { show },
		description: 'Which account of the merchant the movements are from',
	},
];

/**
 * The fund flow bill of a day: one item a movement of money.
 *
 * @throws IntegrationError those of `fetchBill` and `billDate`
 */
export const execute = runPerItem(async (context, index) => {
	const merchant = await accountOf(context, index);
	const chosen = context.getNodeParameter('fundAccount', index);
	const account = chosen === 'FEES' || chosen === 'OPERATION' ? chosen : 'BASIC';
	return await billItems(
		context,
		index,
		'fund flow',
		async (date) =>
			await fetchBill(merchant, { bill: 'fund', account, date, gzip: true }, callContext),
	);
});
