import { updateDisplayOptions, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import { fromDecimal } from '../../../../lib/core/money';
import { campaignPage } from '../../../../lib/settlement/campaign-page';
import { campaignRows } from '../../../../lib/settlement/campaign-results';
import { campaignSummaries } from '../../../../lib/settlement/campaign-summary';
import { readCampaignOrders } from '../../../../lib/settlement/odoo/read-campaign-orders';
import { toItems } from '../../../shared/operation';
import { runOnce } from '../../../shared/run-once';
import { withOdoo } from '../../../shared/with-odoo';
import { periodFields, periodOf } from '../../shared/period';
import { CURRENCY, currencyOf } from './getMargins';

const properties: INodeProperties[] = [
	CURRENCY,
	...periodFields,
	{
		displayName: 'Influencer Fees',
		name: 'influencerFees',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add fee',
		default: {},
		options: [
			{
				displayName: 'Fee',
				name: 'fee',
				values: [
					{
						displayName: 'Campaign',
						name: 'campaign',
						type: 'string',
						default: '',
						description: 'Name of the campaign in Odoo',
					},
					{
						displayName: 'Amount',
						name: 'amount',
						type: 'string',
						default: '',
						placeholder: 'e.g. 150000.00',
						description: 'Payment to the influencer, in the reporting currency',
					},
				],
			},
		],
	},
	{
		displayName: 'Title',
		name: 'campaignTitle',
		type: 'string',
		default: 'WeChat campaigns',
		description: 'Title of the page',
	},
];

export const description = updateDisplayOptions(
	{ show: { resource: ['settlement'], operation: ['getCampaignResults'] } },
	properties,
);

/** What each campaign sold and earned: summaries, rows by SKU and day, and one page. */
export const execute = runOnce(
	withOdoo(async (odoo, context) => {
		const period = periodOf(context, Date.now());
		const currency = currencyOf(context);
		const fees = feesOf(context, currency);
		const orders = await readCampaignOrders(odoo, period, currency);
		const summaries = campaignSummaries(orders, fees, currency);
		const rows = campaignRows(orders, currency);
		const title = String(context.getNodeParameter('campaignTitle', 0));
		const html = campaignPage({ title, ...period, summaries, rows });
		const page = { json: { title, ...period, html }, output: 2 };
		return [...toItems(summaries), ...toItems(rows, 1), page];
	}),
);

function feesOf(context: IExecuteFunctions, currency: string): Map<string, number> {
	const { fee = [] } = context.getNodeParameter('influencerFees', 0, {}) as {
		fee?: Array<{ campaign: string; amount: string }>;
	};
	return new Map(
		fee
			.filter(({ amount }) => String(amount).trim() !== '')
			.map(({ campaign, amount }) => [
				campaign.trim(),
				fromDecimal(String(amount).replaceAll(',', ''), currency).amount,
			]),
	);
}
