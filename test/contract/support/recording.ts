import { setTimeout as sleep } from 'node:timers/promises';

import { deadlineAfter } from '../../../lib/core/deadline';
import type { OdooClient } from '../../../lib/odoo/client';
import type { PaidOrder, RecordOptions } from '../../../lib/orders/model/paid-order';
import type { RecordOutcome, RecordedOrder } from '../../../lib/orders/sale-order/recorded-order';
import { recordPaidOrders } from '../../../lib/orders/record/record-paid-orders';
import { IntegrationError } from '../../../lib/core/errors';

/** The real clock and chance. */
export const context = {
	now: () => Date.now(),
	monotonic: () => performance.now(),
	random: () => Math.random(),
	sleep: async (ms: number) => await sleep(ms),
};

/** Records the payments within so many milliseconds. */
export async function recordWithin(
	budgetMs: number,
	client: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions = { taxes: 'none' },
): Promise<RecordOutcome[]> {
	const deadline = deadlineAfter(budgetMs, context.monotonic);
	return await recordPaidOrders(client, orders, options, context, deadline);
}

/** Records the payments; a payment that could not be recorded fails the test. */
export async function record(
	client: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions = { taxes: 'none' },
): Promise<RecordedOrder[]> {
	const outcomes = await recordWithin(60_000, client, orders, options);
	return outcomes.map((outcome) => {
		if ('error' in outcome) throw outcome.error;
		return outcome.recorded;
	});
}

/** A client whose answer to the first such call is lost after Odoo has done the work. */
export function losingTheAnswer(client: OdooClient, model: string, method: string): OdooClient {
	let lost = false;
	return {
		...client,
		async call(...call) {
			const answer = await client.call(...call);
			if (lost || call[0] !== model || call[1] !== method) return answer;
			lost = true;
			throw new IntegrationError({
				code: 'ODOO_NO_ANSWER',
				message: 'The answer was lost.',
				likelyCause: 'The test lost it.',
				nextStep: 'None.',
				retryable: true,
				ambiguous: true,
			});
		},
	};
}

/** A client that breaks off for good after Odoo has done such a call, as a crash would. */
export function breakingOff(client: OdooClient, model: string, method: string): OdooClient {
	let broken = false;
	return {
		...client,
		async call(...call) {
			if (broken) throw crash();
			const answer = await client.call(...call);
			broken = call[0] === model && call[1] === method;
			return answer;
		},
	};
}

const crash = () =>
	new IntegrationError({
		code: 'ODOO_VALIDATION',
		message: 'The process has ended.',
		likelyCause: 'The test has ended it.',
		nextStep: 'None.',
	});

/** The code of the IntegrationError that a promise rejects with. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
	return await promise.then(
		() => 'no error',
		(error: unknown) => (error instanceof IntegrationError ? error.code : String(error)),
	);
}
