import { setImmediate as nextTurn } from 'node:timers/promises';

import { signatureProbe } from '../keys/tampered';
import type { PreparedRequest } from '../notifications/options';
import type { DeliveryAnswer } from './delivery';

/** One sender's work, and everything outside of it that it needs. */
export interface DeliveryPlan {
	/** Milliseconds before the first delivery, then before each resend. */
	waitsMs: number[];
	/** Signs afresh for every attempt. */
	prepare: () => PreparedRequest;
	/** Whether a probe of the merchant's signature check precedes this attempt. */
	probes: () => boolean;
	post: (request: PreparedRequest) => Promise<DeliveryAnswer>;
	sleep: (ms: number, stopped: AbortSignal) => Promise<void>;
	stopped: AbortSignal;
	/** Called after every attempt and probe, with the attempt's number from 1 and when it began. */
	record: (made: AttemptMade, answer: DeliveryAnswer) => void;
	now: () => number;
}

export interface AttemptMade {
	attempt: number;
	probe: boolean;
	startedAtMs: number;
}

/** Delivers until acknowledged, until the waits are used up, or until stopped. True when acknowledged. */
export async function deliverUntilAcknowledged(plan: DeliveryPlan): Promise<boolean> {
	for (const [index, waitMs] of plan.waitsMs.entries()) {
		try {
			if (waitMs > 0) await plan.sleep(waitMs, plan.stopped);
		} catch {
			return false;
		}
		if (plan.stopped.aborted) return false;
		const attempt = index + 1;
		// The answer to a probe changes nothing: what is real follows at once.
		if (plan.probes()) await make(plan, signatureProbe(plan.prepare()), { attempt, probe: true });
		const answer = await make(plan, plan.prepare(), { attempt, probe: false });
		if (answer.acknowledged) return true;
	}
	return false;
}

async function make(
	{ now, post, record }: DeliveryPlan,
	request: PreparedRequest,
	about: Omit<AttemptMade, 'startedAtMs'>,
): Promise<DeliveryAnswer> {
	// Of a burst, all are signed before the first is sent: the work must not show up as latency.
	await nextTurn();
	const startedAtMs = now();
	const answer = await post(request);
	record({ ...about, startedAtMs }, answer);
	return answer;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Seconds that WeChat waits before each of its 15 resends: 24 h 4 min in all. */
export const RESEND_WAITS_S: readonly number[] = [
	15,
	15,
	30,
	3 * MINUTE,
	10 * MINUTE,
	20 * MINUTE,
	30 * MINUTE,
	30 * MINUTE,
	30 * MINUTE,
	60 * MINUTE,
	3 * HOUR,
	3 * HOUR,
	3 * HOUR,
	6 * HOUR,
	6 * HOUR,
];

/** Notifications of complaints have a plan of their own: after 5 s, ten times a minute later, then every 5 minutes for a week. */
export const COMPLAINT_WAITS_S: readonly number[] = [
	5,
	...Array.from({ length: 10 }, () => MINUTE),
	...Array.from({ length: 989 }, () => 5 * MINUTE),
];

/** Milliseconds to wait before each resend, with each second of the schedule lasting `timeScale` seconds. */
export function resendWaitsMs(
	timeScale: number,
	maxResends?: number,
	plan = RESEND_WAITS_S,
): number[] {
	return plan.slice(0, maxResends).map((seconds) => seconds * 1000 * timeScale);
}
