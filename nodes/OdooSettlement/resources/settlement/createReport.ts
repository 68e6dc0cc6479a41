import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { readMargins } from '../../../../lib/settlement/odoo/read-margins';
import { htmlReport } from '../../../../lib/settlement/html-report';
import { runOnce } from '../../../shared/run-once';
import { withOdoo } from '../../../shared/with-odoo';
import { inputNotice } from '../../../shared/operation-fields';
import { CURRENCY, currencyOf } from './getMargins';
import { readOpenItems } from './getOpenItems';
import { remittancesOf } from './getRemittanceRegister';
import { periodFields, periodOf } from '../../shared/period';

export const description: INodeProperties[] = [
	inputNotice(
		'settlement',
		'createReport',
		'Input: the payouts of WeChat Pay → Settlement: Get Many, if the report should include them',
	),
	...updateDisplayOptions({ show: { resource: ['settlement'], operation: ['createReport'] } }, [
		CURRENCY,
		...periodFields,
		{
			displayName: 'Title',
			name: 'reportTitle',
			type: 'string',
			default: 'WeChat money',
			description: 'Title of the report',
		},
	]),
];

/** One page of HTML with payouts, spreads over time, margins and open items, as text and as a file. */
export const execute = runOnce(
	withOdoo(async (odoo, context) => {
		const period = periodOf(context, Date.now());
		const payouts = await remittancesOf(context, odoo);
		const { margins, without } = await readMargins(odoo, period, currencyOf(context));
		const report = {
			title: String(context.getNodeParameter('reportTitle', 0)),
			...period,
			payouts,
			margins,
			withoutMargin: without,
			openItems: await readOpenItems(odoo, period, Date.now()),
		};
		const html = htmlReport(report);
		const file = `wechat-money-${period.until}.html`;
		const data = await context.helpers.prepareBinaryData(Buffer.from(html), file, 'text/html');
		const figures = {
			payouts: payouts.length,
			skus: margins.length,
			orders_without_margin: without.length,
			open_items: report.openItems.length,
		};
		return [{ json: { ...period, ...figures, html }, binary: { data } }];
	}),
);
