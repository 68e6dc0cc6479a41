import type { Audit } from './audit';
import type { Facts, RehearsalSetting } from './facts';
import type { Missing } from './settle';
import type { Spread } from './statistics';

/** Whether the chain may meet the campaign, why not, and what to do about it. */
export interface Verdict {
	ready: boolean;
	reasons: string[];
	changes: string[];
}

/** Counts of values between edges in milliseconds; the last count is of those beyond the last edge. */
export interface Histogram {
	edgesMs: number[];
	counts: number[];
}

export interface RehearsalReport extends RehearsalSetting, Verdict, Audit {
	/** Payments made. */
	orders: number;
	/** From the first payment to the last reservation, in real seconds. */
	seconds: number;
	acknowledgement: {
		limitMs: number;
		/** Of first deliveries, acknowledged ones, in milliseconds. */
		first: Spread;
		/** First deliveries without an answer in time, answered otherwise than with success, cut off. */
		late: number;
		refused: number;
		cut: number;
		/** Of all first deliveries; those that were not acknowledged count beyond the limit. */
		histogram: Histogram;
	};
	/** Deliveries beyond each sender's first. */
	resends: number;
	/** Milliseconds from payment to the order with all its stock reserved, as seen every half second. */
	reservation: Spread & { histogram: Histogram };
	ordersPerSecond: { average: number; busiest10s: number };
	odoo: { calls: number; callsPerOrder: number; ms: Spread };
	executions: Facts['executions'];
	/** What had no confirmed order at the end of the surge, was notified again, and then had one. */
	recovery: Missing & { recovered: number };
	timeline: { stepSeconds: number; paid: number[]; acknowledged: number[]; reserved: number[] };
}
