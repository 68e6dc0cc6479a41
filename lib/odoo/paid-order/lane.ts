import { latest, type Deadline } from '../../deadline';
import { outOfTime } from '../within-deadline';
import type { PaidOrder, RecordOutcome } from './paid-order';

type RecordBatch = (orders: PaidOrder[], deadline: Deadline) => Promise<RecordOutcome[]>;

interface Waiting {
	order: PaidOrder;
	deadline: Deadline;
	resolve(outcome: RecordOutcome): void;
	reject(error: unknown): void;
}

/**
 * Lets one batch run at a time; what arrives meanwhile goes together in the next ones. Orders for
 * the same product that are confirmed side by side collide in Odoo, and the loser waits whole
 * seconds. An order whose deadline passes before its turn is left out: nobody waits for it.
 *
 * @param most orders in one batch, for the time in ms that the most pressing one of them has left
 * @returns enters one order; a batch that fails rejects all of its orders
 */
export function oneBatchAtATime(
	record: RecordBatch,
	most: (leftMs: number) => number,
): (order: PaidOrder, deadline: Deadline) => Promise<RecordOutcome> {
	let waiting: Waiting[] = [];
	let running = false;

	const nextBatch = (): Waiting[] => {
		const late = waiting.filter(({ deadline }) => deadline.remainingMs() <= 0);
		for (const { resolve } of late) resolve({ error: outOfTime() });
		waiting = waiting.filter((one) => !late.includes(one));
		if (waiting.length === 0) return [];
		const left = Math.min(...waiting.map(({ deadline }) => deadline.remainingMs()));
		return waiting.splice(0, most(left));
	};
	const run = async (): Promise<void> => {
		running = true;
		// What the same caller brings in one go belongs into one batch.
		await Promise.resolve();
		for (let batch = nextBatch(); batch.length > 0; batch = nextBatch()) {
			try {
				const deadline = latest(batch.map((one) => one.deadline));
				const orders = batch.map(({ order }) => order);
				const outcomes = await record(orders, deadline);
				for (const [index, { resolve }] of batch.entries()) {
					resolve(outcomes[index] ?? { error: outOfTime() });
				}
			} catch (error) {
				for (const { reject } of batch) reject(error);
			}
		}
		running = false;
	};
	return async (order, deadline) =>
		await new Promise((resolve, reject) => {
			waiting.push({ order, deadline, resolve, reject });
			if (!running) void run();
		});
}
