import type { Delivery } from '../../../../sandbox';
import type { Facts } from '../../../../tools/rehearsal/facts';
import { makeReport, type RehearsalReport } from '../../../../tools/rehearsal/report';
import type { Paid } from '../../../../tools/rehearsal/surge';

const BEGAN = Date.parse('2026-11-11T12:00:00Z');

/** A payment at so many milliseconds, for one piece of the hot product. */
export const paidAt = (id: string, ms: number): Paid => ({
	planned: {
		atMs: ms,
		openid: 'oBuyer',
		lines: [{ sku: 'HOT', quantity: 1, price_fen: 19_900 }],
		total: 19_900,
		attach: 'HOT*1@19900',
		copies: 1,
		copySpacingMs: 0,
	},
	payment: { transaction_id: id } as Paid['payment'],
	paidAtMs: BEGAN + ms,
});

/** The first delivery of a payment, acknowledged unless told otherwise. */
export const delivery = (id: string, more: Partial<Delivery> = {}): Delivery => ({
	notification_id: id,
	event_type: 'TRANSACTION.SUCCESS',
	out_trade_no: id,
	transaction_id: id,
	url: 'http://127.0.0.1',
	copy: 1,
	attempt: 1,
	probe: false,
	at: new Date(BEGAN).toISOString(),
	status: 200,
	body: '',
	latency_ms: 300,
	failure: null,
	acknowledged: true,
	...more,
});

/** A rehearsal of two payments that went well, and what is different about it. */
export function facts(more: Partial<Facts> = {}): Facts {
	return {
		setting: {
			profile: { name: 'viral', orders: 2, seconds: 60, products: 1 },
			mode: 'workflow',
			compress: 1,
			seed: 'a',
			servers: 'started here',
			faults: [],
			machine: { cores: 2, loadAverage: 1 },
		},
		paid: [paidAt('1', 0), paidAt('2', 1000)],
		seen: new Map([
			['1', { reservedAtMs: BEGAN + 500 }],
			['2', { reservedAtMs: BEGAN + 2000 }],
		]),
		deliveries: [delivery('1'), delivery('2', { latency_ms: 900 })],
		missing: { acknowledged: 0, waiting: 0 },
		audit: { lost: 0, drafts: 0, doubled: 0, wrong: 0, oversold: 0, short: 0 },
		odooCalls: [
			{ call: 'sale.order.load', ms: 40 },
			{ call: 'sale.order.action_confirm', ms: 80 },
			{ call: 'stock.move.search_read', ms: 20 },
		],
		executions: { failed: 0, crashed: 0 },
		...more,
	};
}

export const report = (more: Partial<Facts> = {}): RehearsalReport => makeReport(facts(more));
