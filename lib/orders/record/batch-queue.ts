import { latest, type Deadline } from '../../core/deadline';
import { keyedQueue, type KeyedQueue } from '../../core/keyed-queue';
import type { OdooClient } from '../../odoo/client';
import { outOfTime } from '../../odoo/create-client';
import type { PaidOrder } from '../model/paid-order';
import type { RecordOutcome } from '../sale-order/recorded-order';

type RecordBatch = (orders: PaidOrder[], deadline: Deadline) => Promise<RecordOutcome[]>;
/** Enters one order. If its batch fails, all orders of the batch are rejected. */
type BatchQueue = (order: PaidOrder, deadline: Deadline) => Promise<RecordOutcome>;

interface Waiting {
	order: PaidOrder;
	deadline: Deadline;
	resolve(outcome: RecordOutcome): void;
	reject(error: unknown): void;
}

/**
 * Runs one batch at a time; orders that arrive meanwhile go into the next ones. Orders for the same
 * product that are confirmed concurrently collide in Odoo, which costs the loser seconds. An order whose
 * deadline passes before its batch starts is left out.
 *
 * @param limit orders per batch, for the time in ms that the most urgent one has left
 */
export function batchQueue(record: RecordBatch, limit: (leftMs: number) => number): BatchQueue {
	let waiting: Waiting[] = [];
	let running = false;

	const nextBatch = (): Waiting[] => {
		const late = waiting.filter(({ deadline }) => deadline.remainingMs() <= 0);
		for (const { resolve } of late) resolve({ error: outOfTime() });
		waiting = waiting.filter((one) => !late.includes(one));
		if (waiting.length === 0) return [];
		const left = Math.min(...waiting.map(({ deadline }) => deadline.remainingMs()));
		return waiting.splice(0, limit(left));
	};
	const run = async (): Promise<void> => {
		running = true;
		// Orders that a caller enters in a row belong in one batch.
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

/** Queues of a connection by name, and the order of their batches. */
interface Connection {
	queues: Map<string, BatchQueue>;
	inOrder: KeyedQueue;
}

const connections = new WeakMap<OdooClient, Connection>();

/**
 * The queue of a connection for orders with the same options. Only one batch of a connection runs at a
 * time, whatever its options.
 *
 * @param record only used for the first call with these options
 * @param now milliseconds, of any origin
 */
export function queueFor(
	odoo: OdooClient,
	options: object,
	record: RecordBatch,
	now: () => number,
): BatchQueue {
	const connection = connections.get(odoo) ?? { queues: new Map(), inOrder: keyedQueue() };
	connections.set(odoo, connection);
	const key = JSON.stringify(options);
	const size = batchSize();
	const timed: RecordBatch = async (orders, deadline) =>
		await connection.inOrder('batches', async () => {
			const started = now();
			const outcomes = await record(orders, deadline);
			size.measured(orders.length, now() - started);
			return outcomes;
		});
	const queue = connection.queues.get(key) ?? batchQueue(timed, (leftMs) => size.limit(leftMs));
	connection.queues.set(key, queue);
	return queue;
}

/** Largest batch: one call to Odoo must not keep others waiting for long. */
const LARGEST = 50;
const SMALLEST = 8;
/** An order may have to wait for one batch before its own; the rest of its time is a reserve. */
const SHARE_OF_TIME = 0.4;
/** Before anything was measured: 16 orders in a budget of 4 seconds. */
const FIRST_GUESS_MS = 100;
/** Weight of the newest batch in the average. */
const WEIGHT = 0.3;

/** Keeps batches well within the time of their orders, by the duration of earlier batches. */
export interface BatchSize {
	/** @param leftMs time of the most urgent order */
	limit(leftMs: number): number;
	/** Records the duration of a successful batch. */
	measured(orders: number, ms: number): void;
}

export function batchSize(): BatchSize {
	let perOrderMs = FIRST_GUESS_MS;
	return {
		limit: (leftMs) =>
			Math.min(LARGEST, Math.max(SMALLEST, Math.floor((leftMs * SHARE_OF_TIME) / perOrderMs))),
		measured(orders, ms) {
			// A small batch has the overhead of a large one, so it says little about the time per order.
			if (orders >= SMALLEST) perOrderMs += WEIGHT * (ms / orders - perOrderMs);
		},
	};
}
