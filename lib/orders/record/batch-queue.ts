import { latest, type Deadline } from '../../core/deadline';
import type { OdooClient } from '../../odoo/client';
import { outOfTime } from '../../odoo/create-client';
import type { PaidOrder } from '../model/paid-order';
import type { RecordOutcome } from '../sale-order/recorded-order';
import { batchSize, SMALLEST } from './batch-size';
import { createLanes, groupByKeys, type Lanes } from './lanes';

type RecordBatch = (orders: PaidOrder[], deadline: Deadline) => Promise<RecordOutcome[]>;
/** Enters one order. If its batch fails, all orders of the batch are rejected. */
type BatchQueue = (
	order: PaidOrder,
	/** What it touches in Odoo, such as its products. */
	keys: string[],
	deadline: Deadline,
) => Promise<RecordOutcome>;

interface Waiting {
	order: PaidOrder;
	keys: string[];
	deadline: Deadline;
	resolve(outcome: RecordOutcome): void;
	reject(error: unknown): void;
}

/**
 * Runs batches in lanes; orders that arrive meanwhile go into the next ones. Orders for the same product
 * that are confirmed concurrently collide in Odoo, which costs the loser seconds, so two batches that run at
 * the same time have no key in common. An order whose deadline passes before its batch starts is left out.
 *
 * @param limit orders per batch, for the time in ms that the most urgent one has left
 */
export function batchQueue(
	record: RecordBatch,
	limit: (leftMs: number) => number,
	lanes: Lanes = createLanes(1),
): BatchQueue {
	let waiting: Waiting[] = [];
	let gathering = false;

	const nextBatch = (): Waiting[] => {
		const late = waiting.filter(({ deadline }) => deadline.remainingMs() <= 0);
		for (const { resolve } of late) resolve({ error: outOfTime() });
		waiting = waiting.filter((one) => !late.includes(one));
		const batch = lanes.free() > 0 ? chooseBatch(waiting, lanes, limit) : [];
		waiting = waiting.filter((one) => !batch.includes(one));
		return batch;
	};
	const run = async (batch: Waiting[]): Promise<void> => {
		const leave = lanes.enter(batch.flatMap(({ keys }) => keys));
		try {
			const deadline = latest(batch.map((one) => one.deadline));
			const orders = batch.map(({ order }) => order);
			const outcomes = await record(orders, deadline);
			for (const [index, { resolve }] of batch.entries()) {
				resolve(outcomes[index] ?? { error: outOfTime() });
			}
		} catch (error) {
			for (const { reject } of batch) reject(error);
		} finally {
			leave();
		}
	};
	const start = () => {
		for (let batch = nextBatch(); batch.length > 0; batch = nextBatch()) void run(batch);
	};
	lanes.whenFree(start);
	return async (order, keys, deadline) =>
		await new Promise((resolve, reject) => {
			waiting.push({ order, keys, deadline, resolve, reject });
			if (gathering) return;
			gathering = true;
			// Orders that a caller enters in a row belong in one batch.
			void Promise.resolve().then(() => {
				gathering = false;
				start();
			});
		});
}

/** The orders of the next batch: as many as one of the free lanes should take. */
function chooseBatch(
	waiting: Waiting[],
	lanes: Lanes,
	limit: (leftMs: number) => number,
): Waiting[] {
	const groups = groupByKeys(waiting, ({ keys }) => keys).filter(({ keys }) => !lanes.isBusy(keys));
	const ready = groups.flatMap(({ members }) => members);
	if (ready.length === 0) return [];
	const most = limit(Math.min(...ready.map(({ deadline }) => deadline.remainingMs())));
	const share = Math.max(SMALLEST, Math.ceil(ready.length / lanes.free()));
	const size = Math.min(most, share);
	const batch: Waiting[] = [];
	for (const { members } of groups) {
		if (batch.length > 0 && batch.length + members.length > size) continue;
		batch.push(...members.slice(0, most));
	}
	return batch;
}

/** Queues of a connection by name, and the lanes that they share. */
interface Connection {
	queues: Map<string, BatchQueue>;
	lanes: Lanes;
}

/** Batches of a connection that run at the same time. */
const LANES = 2;

const connections = new WeakMap<OdooClient, Connection>();

/**
 * The queue of a connection for orders with the same options. Batches of a connection share its lanes,
 * whatever their options.
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
	const connection = connections.get(odoo) ?? { queues: new Map(), lanes: createLanes(LANES) };
	connections.set(odoo, connection);
	const key = JSON.stringify(options);
	const known = connection.queues.get(key);
	if (known) return known;
	const size = batchSize();
	const timed: RecordBatch = async (orders, deadline) => {
		const started = now();
		const outcomes = await record(orders, deadline);
		size.measured(orders.length, now() - started);
		return outcomes;
	};
	const queue = batchQueue(timed, (leftMs) => size.limit(leftMs), connection.lanes);
	connection.queues.set(key, queue);
	return queue;
}
