import {
	deliverUntilAcknowledged,
	type DeliveryPlan,
	RESEND_WAITS_S,
	resendWaitsMs,
} from '../../../../sandbox/delivery/deliver-until-acknowledged';
import type { DeliveryAnswer } from '../../../../sandbox/delivery/delivery';
import { failureOfStatus } from '../../../../sandbox/delivery/post';

function answerWith(status: number): DeliveryAnswer {
	const failure = failureOfStatus(status);
	return { status, body: '', latency_ms: 1, failure, acknowledged: failure === null };
}

/** A sender whose receiver answers with these statuses, the last one for ever. */
function sender(statuses: number[], waitsMs = [0, ...resendWaitsMs(1)]) {
	const stopping = new AbortController();
	const waited: number[] = [];
	const attempts: number[] = [];
	let signed = 0;
	const bodies: string[] = [];
	const plan: DeliveryPlan = {
		waitsMs,
		prepare: () => ({ headers: {}, body: `signature ${++signed}` }),
		post: async ({ body }) => {
			bodies.push(body);
			return answerWith(statuses[Math.min(bodies.length, statuses.length) - 1] ?? 0);
		},
		sleep: async (ms, stopped) => {
			waited.push(ms);
			stopped.throwIfAborted();
		},
		stopped: stopping.signal,
		probes: () => false,
		record: ({ attempt }) => attempts.push(attempt),
		now: () => 0,
	};
	return { plan, waited, attempts, bodies, stopping };
}

test("the schedule is WeChat's: 15 resends in 24 h 4 min", () => {
	expect(RESEND_WAITS_S).toEqual([
		15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10800, 10800, 10800, 21600, 21600,
	]);
	expect(RESEND_WAITS_S.reduce((sum, wait) => sum + wait)).toBe(24 * 3600 + 4 * 60);
});

test('the time scale shortens every wait, and fewer resends can be asked for', () => {
	expect(resendWaitsMs(0.01, 3)).toEqual([150, 150, 300]);
});

test('delivers once and 15 times more to a receiver that never acknowledges', async () => {
	const { plan, waited, attempts } = sender([500]);
	expect(await deliverUntilAcknowledged(plan)).toBe(false);
	expect(attempts).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
	expect(waited).toEqual(RESEND_WAITS_S.map((seconds) => seconds * 1000));
});

test('stops resending once acknowledged, and signs each attempt afresh', async () => {
	const { plan, waited, bodies } = sender([500, 302, 204]);
	expect(await deliverUntilAcknowledged(plan)).toBe(true);
	expect(waited).toEqual([15_000, 15_000]);
	expect(bodies).toEqual(['signature 1', 'signature 2', 'signature 3']);
});

test('a stop ends the wait for the next resend', async () => {
	const { plan, attempts, stopping } = sender([500]);
	plan.record = ({ attempt }) => {
		attempts.push(attempt);
		stopping.abort();
	};
	expect(await deliverUntilAcknowledged(plan)).toBe(false);
	expect(attempts).toEqual([1]);
});

test.each([
	[200, null],
	[204, null],
	[201, 'status'],
	[202, 'status'],
	[301, 'status'],
	[302, 'status'],
	[400, 'status'],
	[503, 'status'],
])('status %i means failure %s', (status, failure) => {
	expect(failureOfStatus(status)).toBe(failure);
});
