import type { INodeProperties } from 'n8n-workflow';

import { fetchBill } from '../../../../lib/wechat-pay/bills/fetch-bill';
import { runPerItem } from '../../../shared/run-per-item';
import { callContext } from '../../../shared/call-context';
import { accountOf, ofMerchant, subMerchantField } from '../../shared/fields';
import { billFields, billItems } from '../../shared/bill-fields';

const show = { resource: ['bill'], operation: ['getTrade'] };

export const description: INodeProperties[] = [
	...billFields(show),
	{
		displayName: 'Transactions',
		name: 'billType',
		type: 'options',
		options: [
			{ name: 'Payments', value: 'SUCCESS' },
			{ name: 'Payments and Refunds', value: 'ALL' },
			{ name: 'Refunds', value: 'REFUND' },
		],
		default: 'ALL',
		displayOptions: { show },
		description: 'Which transactions of the day are listed',
	},
	{
		...subMerchantField(show),
		description:
			'Only for service providers: the merchant whose transactions are listed. Empty for those of all merchants.',
	},
];

/**
 * The trade bill of a day: one item a payment or refund.
 *
 * @throws IntegrationError those of `fetchBill` and `billDate`
 */
export const execute = runPerItem(async (context, index) => {
	const account = await accountOf(context, index);
	const merchant = ofMerchant(context, index);
	const chosen = context.getNodeParameter('billType', index);
	const type = chosen === 'SUCCESS' || chosen === 'REFUND' ? chosen : 'ALL';
	return await billItems(
		context,
		index,
		'trade',
		async (date) =>
			await fetchBill(account, { bill: 'trade', type, date, gzip: true, ...merchant }, callContext),
	);
});
