import { latest, type Deadline } from '../../core/deadline';
import type { OdooClient } from '../../odoo/client';
import type { IntegrationError } from '../../core/errors';
import { outOfTime } from '../../odoo/create-client';
import { createLanes, groupByKeys, type Lanes, batchSize, SMALLEST } from './lanes';

interface Late {
	error: IntegrationError;
}
/** @returns an outcome for each order, in their order */
type WorkOnBatch<Order, Outcome> = (orders: Order[], deadline: Deadline) => Promise<Outcome[]>;
/** Enters one order. If its batch fails, all orders of the batch are rejected. */
type BatchQueue<Order, Outcome> = (
	order: Order,
	/** What it touches in Odoo, such as its products. */
	keys: string[],
	deadline: Deadline,
) => Promise<Outcome | Late>;

interface Waiting<Order = unknown, Outcome = never> {
	order: Order;
	keys: string[];
	deadline: Deadline;
	resolve(outcome: Outcome | Late): void;
	reject(error: unknown): void;
}

const NO_REST = async (): Promise<void> => {};

/**
 * Runs batches in lanes; orders that arrive meanwhile go into the next ones. Orders for the same product
 * that are confirmed concurrently collide in Odoo, which costs the loser seconds, so two batches that run at
 * the same time have no key in common. An order whose deadline passes before its batch starts is left out.
 *
 * @param limit orders per batch, for the time in ms that the most urgent one has left
 * @param rest after a batch; orders that arrive during it are gathered
 */
export function batchQueue<Order, Outcome>(
	work: WorkOnBatch<Order, Outcome>,
	limit: (leftMs: number) => number,
	lanes: Lanes = createLanes(1),
	rest = NO_REST,
): BatchQueue<Order, Outcome> {
	let waiting: Array<Waiting<Order, Outcome>> = [];
	let gathering = false;
	let resting = 0;

	const nextBatch = (): Array<Waiting<Order, Outcome>> => {
		const late = waiting.filter(({ deadline }) => deadline.remainingMs() <= 0);
		for (const { resolve } of late) resolve({ error: outOfTime() });
		waiting = waiting.filter((one) => !late.includes(one));
		const gathers = lanes.free() === 0 || (resting > 0 && waiting.length < SMALLEST);
		const batch = gathers ? [] : chooseBatch(waiting, lanes, limit);
		waiting = waiting.filter((one) => !batch.includes(one));
		return batch;
	};
	const run = async (batch: Array<Waiting<Order, Outcome>>): Promise<void> => {
		const leave = lanes.enter(batch.flatMap(({ keys }) => keys));
		try {
			const deadline = latest(batch.map((one) => one.deadline));
			const orders = batch.map(({ order }) => order);
			const outcomes = await work(orders, deadline);
			batch.forEach(({ resolve }, index) => resolve(outcomes[index] ?? { error: outOfTime() }));
		} catch (error) {
			for (const { reject } of batch) reject(error);
		} finally {
			resting += 1;
			leave();
			await rest();
			resting -= 1;
			start();
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
function chooseBatch<Entry extends Pick<Waiting, 'keys' | 'deadline'>>(
	waiting: Entry[],
	lanes: Lanes,
	limit: (leftMs: number) => number,
): Entry[] {
	const groups = groupByKeys(waiting, ({ keys }) => keys).filter(({ keys }) => !lanes.isBusy(keys));
	const ready = groups.flatMap(({ members }) => members);
	if (ready.length === 0) return [];
	const most = limit(Math.min(...ready.map(({ deadline }) => deadline.remainingMs())));
	const share = Math.max(SMALLEST, Math.ceil(ready.length / lanes.free()));
	const size = Math.min(most, share);
	const batch: Entry[] = [];
	for (const { members } of groups) {
		if (batch.length > 0 && batch.length + members.length > size) continue;
		batch.push(...members.slice(0, most));
	}
	return batch;
}

/** Queues of a connection by name, and the lanes that they share: two batches run at the same time. */
interface Connection {
	queues: Map<string, unknown>;
	lanes: Lanes;
}

const connections = new WeakMap<OdooClient, Connection>();

/**
 * The queue of a connection for one kind of work on orders with the same options. Batches of a connection
 * share its lanes, whatever their work and options.
 *
 * @param key names work and options: the same key means the same types
 * @param work only used for the first call with this key
 * @param now milliseconds, of any origin
 * @param rest after each batch; absent: none
 */
export function queueFor<Order, Outcome>(
	odoo: OdooClient,
	key: string,
	work: WorkOnBatch<Order, Outcome>,
	now: () => number,
	rest = NO_REST,
): BatchQueue<Order, Outcome> {
	const connection = connections.get(odoo) ?? { queues: new Map(), lanes: createLanes(2) };
	connections.set(odoo, connection);
	const known = connection.queues.get(key) as BatchQueue<Order, Outcome> | undefined;
	if (known) return known;
	const size = batchSize();
	const timed = async (orders: Order[], deadline: Deadline) => {
		const started = now();
		const outcomes = await work(orders, deadline);
		size.measured(orders.length, now() - started);
		return outcomes;
	};
	const queue = batchQueue(timed, (leftMs) => size.limit(leftMs), connection.lanes, rest);
	connection.queues.set(key, queue);
	return queue;
}
