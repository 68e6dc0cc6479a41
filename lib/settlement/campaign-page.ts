import { escapeHtml } from '../core/outside-text';
import type { CampaignRow } from './campaign-results';
import type { CampaignSummary } from './campaign-summary';
import { none, pageHead, table, type Column } from './html-table';

export interface CampaignReport {
	title: string;
	/** `yyyy-MM-dd` */
	from: string;
	until: string;
	summaries: CampaignSummary[];
	rows: CampaignRow[];
}

/** "Was the post worth it": the campaigns of a period as one page of HTML without external resources. */
export function campaignPage({ title, from, until, summaries, rows }: CampaignReport): string {
	return [
		pageHead(title),
		`<h1>${escapeHtml(title)}</h1><p>${escapeHtml(from)} to ${escapeHtml(until)}</p>`,
		'<h2>Was the post worth it?</h2>',
		table(summaries, SUMMARY_COLUMNS, 'No orders in this period.'),
		none(
			'Estimated orders use the exchange rates in Odoo, because their money has not arrived yet. Costs are those of the units that were not returned.',
		),
		'<h2>By SKU and day</h2>',
		table(rows, ROW_COLUMNS, 'No orders in this period.'),
		'</body></html>',
	].join('\n');
}

const NOBODY = 'Not attributed';

const SUMMARY_COLUMNS: Array<Column<CampaignSummary>> = [
	['Campaign', (row) => row.campaign || NOBODY],
	['Orders', (row) => row.orders, 'n'],
	['Estimated', (row) => row.estimated_orders, 'n'],
	['Units', (row) => row.units, 'n'],
	['Returned', (row) => row.returned_units, 'n'],
	['Received', (row) => `${row.revenue} ${row.currency}`, 'n'],
	['Cost', (row) => row.cost, 'n'],
	['Margin', (row) => row.margin, 'n'],
	['Influencer', (row) => row.influencer_fee, 'n'],
	['Result', (row) => row.result, 'n'],
	['Break-even', (row) => breakEven(row), 'n'],
];

const ROW_COLUMNS: Array<Column<CampaignRow>> = [
	['Campaign', (row) => row.campaign || NOBODY],
	['Medium', (row) => row.medium],
	['SKU', (row) => row.sku],
	['Day', (row) => row.date],
	['Orders', (row) => row.orders, 'n'],
	['Units', (row) => row.units, 'n'],
	['Paid', (row) => `${row.paid} ${row.paid_currency}`, 'n'],
	['Received', (row) => `${row.revenue} ${row.currency}`, 'n'],
	['Cost', (row) => row.cost, 'n'],
	['Margin', (row) => row.margin, 'n'],
];

const breakEven = ({ break_even_orders: orders }: CampaignSummary): string =>
	orders === null ? 'never at this margin' : `${orders} orders`;
