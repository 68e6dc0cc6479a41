import { setImmediate as nextTurn } from 'node:timers/promises';

import type { PreparedRequest } from '../types';
import type { DeliveryAnswer } from './delivery';

/** One sender's work, and everything outside of it that it needs. */
export interface DeliveryPlan {
	/** Milliseconds before the first delivery, then before each resend. */
	waitsMs: number[];
	/** Signs afresh for every attempt. */
	prepare: () => PreparedRequest;
	post: (request: PreparedRequest) => Promise<DeliveryAnswer>;
	sleep: (ms: number, stopped: AbortSignal) => Promise<void>;
	stopped: AbortSignal;
	/** Told of every attempt, with its number from 1 and the moment it began. */
	record: (attempt: number, startedAtMs: number, answer: DeliveryAnswer) => void;
	now: () => number;
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
		const request = plan.prepare();
		// Of a burst, all are signed before the first is sent: the work must not show up as latency.
		await nextTurn();
		const startedAtMs = plan.now();
		const answer = await plan.post(request);
		plan.record(index + 1, startedAtMs, answer);
		if (answer.acknowledged) return true;
	}
	return false;
}
