import type { INodeProperties } from 'n8n-workflow';

import { IntegrationError } from '../../../../lib/core/errors';
import { fetchBill } from '../../../../lib/wechat-pay/bills/fetch-bill';
import { fetchSubFundBill } from '../../../../lib/wechat-pay/bills/fetch-sub-fund-bill';
import { runPerItem } from '../../../shared/run-per-item';
import { callContext } from '../../../shared/call-context';
import { accountOf, ofMerchant, subMerchantField } from '../../shared/fields';
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
			{
				name: 'Deposit (保证金账户)',
				value: 'DEPOSIT',
				description: 'Only of a sub-merchant',
			},
			{ name: 'Fees (手续费账户)', value: 'FEES' },
			{ name: 'Operation (运营账户)', value: 'OPERATION' },
		],
		default: 'BASIC',
		displayOptions: { show },
		description: 'Which account of the merchant the movements are from',
	},
	{
		...subMerchantField(show),
		default: '',
		description:
			'Only for service providers: the merchant whose account it is. Empty for your own account.',
	},
];

/**
 * The fund flow bill of a day: one item a movement of money, on the merchant's own account or that of one of a service
 * provider's merchants.
 *
 * @throws IntegrationError those of `fetchBill`, `fetchSubFundBill` and `billDate`
 */
export const execute = runPerItem(async (context, index) => {
	const merchant = await accountOf(context, index);
	const { sub_mchid } = ofMerchant(context, index);
	const account = accountNamed(context.getNodeParameter('fundAccount', index));
	return await billItems(context, index, 'fund flow', async (date) => {
		if (sub_mchid) {
			const bill = await fetchSubFundBill(merchant, { sub_mchid, account, date }, callContext);
			return { ...bill, items: bill.items.map((item) => ({ sub_mchid, ...item })) };
		}
		if (account === 'DEPOSIT') throw noDeposit();
		return await fetchBill(merchant, { bill: 'fund', account, date, gzip: true }, callContext);
	});
});

const accountNamed = (chosen: unknown) =>
	chosen === 'FEES' || chosen === 'OPERATION' || chosen === 'DEPOSIT' ? chosen : 'BASIC';

const noDeposit = () =>
	new IntegrationError({
		code: 'WECHAT_SUB_MERCHANT_MISSING',
		message: 'The Deposit account has a fund flow bill only for a sub-merchant.',
		likelyCause: 'Sub-Merchant ID is empty.',
		nextStep: 'Enter the Sub-Merchant ID, or choose another Fund Account.',
	});
