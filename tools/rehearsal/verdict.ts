import type { RehearsalReport, Verdict } from './rehearsal-report';

type Figures = Omit<RehearsalReport, keyof Verdict>;

/** Stock that is reserved later than this may have been promised to the next buyer. */
const SLOW_RESERVATION_MS = 60_000;

interface Finding {
	found: (figures: Figures) => boolean;
	/** Absent for what only needs a change, not a stop. */
	reason?: (figures: Figures) => string;
	change?: string | ((figures: Figures) => string);
}

const unanswered = ({ acknowledgement: { late, refused, cut } }: Figures) => late + refused + cut;
/** With faults, answers that come late or not at all are what was asked for: resends have to cure them. */
const undisturbed = ({ faults }: Figures) => faults.length === 0;

const FINDINGS: Finding[] = [
	{
		found: ({ lost }) => lost > 0,
		reason: ({ lost, drafts }) =>
			`${lost} payments have no confirmed order in Odoo${drafts > 0 ? `, ${drafts} of them stand as drafts` : ''}.`,
		change:
			'Open the failed executions in n8n (Executions → Error) and the drafts in Odoo (Sales → Quotations, with an activity): each says what it waits for.',
	},
	{
		found: ({ doubled }) => doubled > 0,
		reason: ({ doubled }) => `${doubled} orders are there more than once.`,
		change:
			'Make sure that only this workflow writes orders for these payments, and report this: it must not happen.',
	},
	{
		found: ({ wrong }) => wrong > 0,
		reason: ({ wrong }) =>
			`${wrong} orders differ from what was paid, in lines, total or currency.`,
		change: 'Check Taxes in Odoo Sale and the pricelist in CNY, then the SKU map.',
	},
	{
		found: ({ oversold }) => oversold > 0,
		reason: ({ oversold }) => `${oversold} units are promised to two buyers.`,
		change:
			'Look for negative or hand-corrected stock of the product in Odoo (Inventory → Reporting → Stock), and report this when there is none.',
	},
	{
		found: (figures) => undisturbed(figures) && unanswered(figures) > 0,
		reason: (figures) =>
			`${unanswered(figures)} of ${figures.acknowledgement.first.count + unanswered(figures)} first deliveries were not acknowledged within 5 seconds.`,
		change: ({ mode }) =>
			mode === 'workflow'
				? 'Set Acknowledge in WeChat Pay Trigger to Immediately, or give Odoo more workers and processor cores: the answer waits for the reservation.'
				: 'Set N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true, leave N8N_CONCURRENCY_PRODUCTION_LIMIT at -1, and give n8n its own processor core.',
	},
	{
		found: (figures) =>
			undisturbed(figures) && (figures.reservation.p95 ?? 0) > SLOW_RESERVATION_MS,
		reason: ({ reservation }) =>
			`One order in twenty waits longer than ${Math.round((reservation.p95 ?? 0) / 1000)} seconds for its stock.`,
		change: 'Odoo is the limit: give it more workers and processor cores, or spread the campaign.',
	},
	{
		found: ({ recovery }) => recovery.acknowledged > 0,
		change: ({ recovery, mode }) =>
			`${recovery.acknowledged} payments were acknowledged without an order, so WeChat would not send them again; they came back because the rehearsal did. ` +
			(mode === 'immediately'
				? 'Let the workflow acknowledge, or let the template retry run, and compare Odoo with WeChat’s bill every day.'
				: 'Compare Odoo with WeChat’s bill every day.'),
	},
	{
		found: ({ short }) => short > 0,
		change: ({ short }) =>
			`${short} units were sold that are not in stock. Give the mini-program less stock than Odoo can promise (safety buffer), and say in Odoo Sale what becomes of short orders.`,
	},
	{
		found: ({ odoo }) => (odoo.ms.p95 ?? 0) > 2000,
		change: ({ odoo }) =>
			`Odoo took ${((odoo.ms.p95 ?? 0) / 1000).toFixed(1)} seconds or more for one call in twenty: more Odoo workers (workers = in odoo.conf) or processor cores would help.`,
	},
];

/** @returns `ready` only when nothing speaks against it */
export function judge(figures: Figures): Verdict {
	const findings = FINDINGS.filter(({ found }) => found(figures));
	const reasons = findings.flatMap(({ reason }) => (reason ? [reason(figures)] : []));
	const changes = findings.flatMap(({ change }) =>
		change === undefined ? [] : [typeof change === 'string' ? change : change(figures)],
	);
	return { ready: reasons.length === 0, reasons, changes };
}
