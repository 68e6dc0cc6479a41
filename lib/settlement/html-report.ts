import { escapeHtml } from '../core/outside-text';
import { none, pageHead, table, type Column } from './html-table';
import type { OrderWithoutMargin, SkuMargin } from './margin';
import type { OpenItem } from './open-items';
import { spreadChart } from './spread-chart';

/** A payout in the report. Amounts are decimal text. */
export interface ReportedPayout {
	batch_id: string;
	settlement_date: string;
	settled: string;
	settled_currency: string;
	received_date: string;
	received: string;
	received_currency: string;
	bank_charges: string;
	rate: string;
	settlement_spread: string;
	settlement_spread_percent: string;
	settlement_fee: string;
	bank_spread: string;
	bank_spread_percent: string;
	orders: number;
	bank_reference: string;
}

export interface MoneyReport {
	title: string;
	/** `yyyy-MM-dd` */
	from: string;
	until: string;
	payouts: ReportedPayout[];
	margins: SkuMargin[];
	withoutMargin: OrderWithoutMargin[];
	openItems: OpenItem[];
}

/** The money of a period as one page of HTML without external resources: no script, no image, no font. */
export function htmlReport(report: MoneyReport): string {
	const { title, from, until, payouts, margins, withoutMargin, openItems } = report;
	const chart = spreadChart(
		payouts.map((payout) => ({
			date: payout.received_date,
			...percent('settlement', payout.settlement_spread_percent),
			...percent('bank', payout.bank_spread_percent),
		})),
	);
	return [
		pageHead(title),
		`<h1>${escapeHtml(title)}</h1><p>${escapeHtml(from)} to ${escapeHtml(until)}</p>`,
		'<h2>Spread of the two conversions</h2>',
		chart || none('No payout has a rate to compare with.'),
		'<h2>Payouts</h2>',
		table(payouts, PAYOUT_COLUMNS, 'No payouts were received.'),
		'<h2>Margin by SKU</h2>',
		table(margins, MARGIN_COLUMNS, 'No orders with a margin.'),
		margins.some(({ estimated_orders: orders }) => orders > 0)
			? none(
					'Estimated orders use the exchange rates in Odoo, because their money has not arrived yet.',
				)
			: '',
		withoutMargin.length > 0
			? `<h2>Orders without a margin: ${withoutMargin.length}</h2>${table(withoutMargin, WITHOUT_COLUMNS, '')}`
			: '',
		'<h2>Open items</h2>',
		table(openItems, OPEN_COLUMNS, 'No open items.'),
		'</body></html>',
	].join('\n');
}

const PAYOUT_COLUMNS: Array<Column<ReportedPayout>> = [
	['Payout', (row) => row.batch_id],
	['Settled', (row) => `${row.settled} ${row.settled_currency}`, 'n'],
	['On', (row) => row.settlement_date],
	['Received', (row) => `${row.received} ${row.received_currency}`, 'n'],
	['On', (row) => row.received_date],
	['Rate', (row) => row.rate, 'n'],
	['WeChat spread', (row) => spread(row.settlement_spread, row.settlement_spread_percent), 'n'],
	['WeChat fee', (row) => row.settlement_fee, 'n'],
	['Bank spread', (row) => spread(row.bank_spread, row.bank_spread_percent), 'n'],
	['Bank charges', (row) => row.bank_charges, 'n'],
	['Orders', (row) => row.orders, 'n'],
];
const MARGIN_COLUMNS: Array<Column<SkuMargin>> = [
	['SKU', (row) => row.sku],
	['Orders', (row) => row.orders, 'n'],
	['Estimated', (row) => row.estimated_orders, 'n'],
	['Units', (row) => row.units, 'n'],
	['Received', (row) => `${row.received} ${row.currency}`, 'n'],
	['Cost', (row) => row.cost, 'n'],
	['Margin', (row) => row.margin, 'n'],
	['%', (row) => row.margin_percent, 'n'],
];
const WITHOUT_COLUMNS: Array<Column<OrderWithoutMargin>> = [
	['Order', (row) => row.order],
	['On', (row) => row.date],
	['Amount', (row) => `${row.amount} ${row.currency}`, 'n'],
	['Why', (row) => row.reason],
];
const OPEN_COLUMNS: Array<Column<OpenItem>> = [
	['Order', (row) => row.order],
	['Waits for', (row) => row.waits_for],
	['Since', (row) => row.date],
	['Age', (row) => row.age],
	['Amount', (row) => `${row.amount} ${row.currency}`, 'n'],
	['Why', (row) => row.money_problem ?? ''],
];

const spread = (amount: string, share: string) => (amount ? `${amount} (${share} %)` : '–');
const percent = (name: 'settlement' | 'bank', text: string) =>
	text === '' ? {} : { [name]: Number(text) };
