import type { INodeProperties } from 'n8n-workflow';

import { billDate } from '../../../../lib/wechat-pay/bills/fetch-bill';
import { fetchSettlements } from '../../../../lib/wechat-pay/api/settlements';
import { runPerItem } from '../../../shared/run-per-item';
import { callContext } from '../../../shared/call-context';
import { accountOf, ofMerchant, subMerchantField, textParameter } from '../../shared/fields';

const show = { resource: ['settlement'], operation: ['getMany'] };
const day = (displayName: string, name: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: 'e.g. 2026-11-22',
	displayOptions: { show: { ...show, settleState: ['SETTLED'] } },
	description:
		'A day of settlement, not of payment, in Beijing as year-month-day; empty means yesterday there',
});

export const description: INodeProperties[] = [
	{
		displayName: 'State',
		name: 'settleState',
		type: 'options',
		options: [
			{ name: 'Not Settled Yet', value: 'UNSETTLE' },
			{ name: 'Settled', value: 'SETTLED' },
		],
		default: 'SETTLED',
		displayOptions: { show },
		description: 'Whether payouts made or those to come are listed',
	},
	day('First Day', 'settledFrom'),
	day('Last Day', 'settledUntil'),
	{
		...subMerchantField(show),
		description:
			'Only for service providers whose merchants are settled directly. Empty for your own settlements.',
	},
];

/**
 * The payouts of a cross-border merchant: one item a batch.
 *
 * @throws IntegrationError `WECHAT_DATE_INVALID` and those of `fetchSettlements`
 */
export const execute = runPerItem(async (context, index) => {
	const account = await accountOf(context, index);
	const date = (name: string) => billDate(textParameter(context, name, index), Date.now());
	const request =
		context.getNodeParameter('settleState', index) === 'UNSETTLE'
			? { state: 'UNSETTLE' as const }
			: { state: 'SETTLED' as const, from: date('settledFrom'), until: date('settledUntil') };
	const of = { ...request, ...ofMerchant(context, index) };
	return (await fetchSettlements(account, of, callContext)).map((json) => ({ json }));
});
