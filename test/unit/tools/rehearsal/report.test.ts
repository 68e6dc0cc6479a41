import { compare } from '../../../../tools/rehearsal/audit';
import { htmlReport } from '../../../../tools/rehearsal/html-report';
import { textReport } from '../../../../tools/rehearsal/text-report';
import type { RecordedSaleOrder } from '../../../../tools/services/recorded-orders';
import { delivery, facts, paidAt, report } from './a-report';

it('tells a good day in figures', () => {
	expect(report()).toMatchObject({
		ready: true,
		reasons: [],
		changes: [],
		orders: 2,
		seconds: 2,
		resends: 0,
		acknowledgement: { first: { count: 2, p50: 300, max: 900 }, late: 0, refused: 0, cut: 0 },
		reservation: { count: 2, p50: 500, max: 1000 },
		ordersPerSecond: { average: 1 },
		odoo: { calls: 3, callsPerOrder: 1.5 },
	});
	expect(report().acknowledgement.histogram.counts).toEqual([0, 0, 1, 1, 0, 0, 0, 0, 0]);
	expect(report().timeline.reserved.at(-1)).toBe(2);
});

it('says in which mode n8n ran', () => {
	const { setting } = facts();
	const queue = { webhooks: 2, workers: 3 };
	expect(textReport(report({ setting: { ...setting, queue } }))).toContain(
		'n8n with 2 webhook processors and 3 workers',
	);
	expect(textReport(report())).not.toContain('workers,');
});

it('counts what came beyond 5 seconds apart, and each resend', () => {
	const late = delivery('2', { acknowledged: false, failure: 'timeout', latency_ms: 5003 });
	const deliveries = [delivery('1'), late, delivery('2', { attempt: 2 })];
	const told = report({ deliveries });
	expect(told).toMatchObject({ ready: false, resends: 1, acknowledgement: { late: 1 } });
	expect(told.acknowledgement.histogram.counts.at(-1)).toBe(1);
	expect(told.reasons).toEqual(['1 of 2 first deliveries were not acknowledged within 5 seconds.']);
	expect(told.changes.join()).toContain('Immediately');
});

it('does not hold late answers against a rehearsal with faults, but losses', () => {
	const { setting } = facts();
	const faults = [{ kind: 'odoo-down' as const, atS: 1, seconds: 2 }];
	const late = delivery('2', { acknowledged: false, failure: 'status', status: 500 });
	const disturbed = { setting: { ...setting, faults }, deliveries: [delivery('1'), late] };
	expect(report(disturbed).ready).toBe(true);
	const audit = { ...facts().audit, lost: 1 };
	expect(report({ ...disturbed, audit })).toMatchObject({ ready: false, lost: 1 });
});

it.each([
	['lost', /no confirmed order/],
	['doubled', /more than once/],
	['wrong', /differ from what was paid/],
	['oversold', /promised to two buyers/],
] as const)('is not ready with one %s', (what, reason) => {
	const told = report({ audit: { ...facts().audit, [what]: 1 } });
	expect(told.ready).toBe(false);
	expect(told.reasons.join()).toMatch(reason);
	expect(told.changes.length).toBeGreaterThan(0);
});

it('is ready but asks for a change when acknowledged payments came back only by being notified again', () => {
	const told = report({ missing: { acknowledged: 2, waiting: 1 } });
	expect(told).toMatchObject({ ready: true, recovery: { acknowledged: 2, recovered: 3 } });
	expect(told.changes.join()).toContain('WeChat’s bill');
	expect(report({ missing: { acknowledged: 0, waiting: 1 } }).changes).toEqual([]);
});

describe('compare', () => {
	const order = (ref: string, more: Partial<RecordedSaleOrder> = {}): RecordedSaleOrder => ({
		id: 1,
		name: 'S1',
		state: 'sale',
		client_order_ref: ref,
		amount_total: 199,
		currency: 'CNY',
		activities: 0,
		source: 'WeChat',
		lines: [['HOT', 1, 199]],
		notes: [],
		ordered: 1,
		reserved: 1,
		...more,
	});
	const paid = [paidAt('1', 0), paidAt('2', 0)];
	const good = { lost: 0, drafts: 0, doubled: 0, wrong: 0, short: 0 };

	it('finds nothing where each payment has its order', () => {
		expect(compare(paid, [order('1'), order('2')])).toEqual(good);
	});

	it.each<[string, RecordedSaleOrder[], object]>([
		['none', [order('1')], { lost: 1 }],
		['a draft only', [order('1'), order('2', { state: 'draft' })], { lost: 1, drafts: 1 }],
		['two', [order('1'), order('2'), order('2')], { doubled: 1 }],
		['another total', [order('1'), order('2', { amount_total: 198.99 })], { wrong: 1 }],
		['a line twice', [order('1'), order('2', { lines: [['HOT', 2, 199]] })], { wrong: 1 }],
		['another currency', [order('1'), order('2', { currency: 'USD' })], { wrong: 1 }],
		['a piece not reserved', [order('1'), order('2', { reserved: 0 })], { short: 1 }],
	])('counts a payment with %s', (_, orders, found) => {
		expect(compare(paid, orders)).toEqual({ ...good, ...found });
	});
});

it('shows figures and verdict in the terminal and on a page that loads nothing', () => {
	const told = report({ audit: { ...facts().audit, lost: 1 } });
	expect(textReport(told)).toMatch(/payments +2 in 2 s/);
	expect(textReport(told)).toContain('NOT READY');
	const page = htmlReport(told);
	expect(page.match(/<svg /g)).toHaveLength(3);
	expect(page).toContain('Not ready');
	expect(page).not.toMatch(/<script|<link|src=|@import|url\(|https?:/);
	expect(page.match(/NaN|undefined|Infinity/)).toBeNull();
});

it('writes names of products and reasons as text into the page', () => {
	const { setting } = facts();
	const page = htmlReport(report({ setting: { ...setting, seed: '<b>"&' } }));
	expect(page).not.toContain('<b>');
});
