import { escapeHtml } from '../core/outside-text';
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

const STYLE =
	'body{font:15px/1.5 system-ui,sans-serif;color:#1c2430;max-width:900px;margin:2rem auto;padding:0 1rem}h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%;font-size:13px}th,td{padding:.35rem .5rem;border-bottom:1px solid #dde2e8;text-align:left}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}svg{width:100%;height:auto}svg text{font:12px system-ui,sans-serif;fill:#5a6675}.grid{stroke:#e6eaee}.legend,.none{color:#5a6675;font-size:13px}.scroll{overflow-x:auto}';

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
		`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>`,
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

type Column<Row> = [label: string, text: (row: Row) => string | number, number?: 'n'];

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
];

function table<Row>(rows: Row[], columns: Array<Column<Row>>, empty: string): string {
	if (rows.length === 0) return none(empty);
	const cell = (tag: string, text: string | number, kind?: 'n') =>
		`<${tag}${kind ? ` class="${kind}"` : ''}>${escapeHtml(String(text))}</${tag}>`;
	const head = columns.map(([label, , kind]) => cell('th', label, kind)).join('');
	const body = rows.map(
		(row) => `<tr>${columns.map(([, text, kind]) => cell('td', text(row), kind)).join('')}</tr>`,
	);
	return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`;
}

const spread = (amount: string, share: string) => (amount ? `${amount} (${share} %)` : '–');
const none = (text: string) => `<p class="none">${escapeHtml(text)}</p>`;
const percent = (name: 'settlement' | 'bank', text: string) =>
	text === '' ? {} : { [name]: Number(text) };
