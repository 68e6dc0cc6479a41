import { latest, type Deadline } from '../../core/deadline';
import { outOfTime } from '../../odoo/create-client';
import type { PaidOrder, RecordOutcome } from '../model/paid-order';

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

/** Orders that one call of Odoo's can take at all without keeping others waiting for long. */
const LARGEST = 50;
const SMALLEST = 8;
/** An order may have to wait for one batch and then be in the next; what is left over is for surprises. */
const SHARE_OF_TIME = 0.4;
/** Before anything was measured: 16 orders in a budget of 4 seconds. */
const FIRST_GUESS_MS = 100;
/** How much the newest batch counts. */
const WEIGHT = 0.3;

/** Keeps batches well inside the time that their orders have, by how long the last ones took. */
export interface BatchSize {
	/** Orders that fit. @param leftMs until the most pressing one is late */
	most(leftMs: number): number;
	/** Takes note of a batch that went through. */
	took(orders: number, ms: number): void;
}

export function batchSize(): BatchSize {
	let perOrderMs = FIRST_GUESS_MS;
	return {
		most: (leftMs) =>
			Math.min(LARGEST, Math.max(SMALLEST, Math.floor((leftMs * SHARE_OF_TIME) / perOrderMs))),
		took(orders, ms) {
			// A single order takes several calls by itself: it says little about a batch.
			if (orders >= SMALLEST) perOrderMs += WEIGHT * (ms / orders - perOrderMs);
		},
	};
}
