import type { PaidOrder, RecordOutcome } from './paid-order';

type RecordBatch = (orders: PaidOrder[]) => Promise<RecordOutcome[]>;

interface Waiting {
	orders: PaidOrder[];
	resolve(outcomes: RecordOutcome[]): void;
	reject(error: unknown): void;
}

/**
 * Lets one batch run at a time; what arrives meanwhile goes together in the next one. Orders for the
 * same product that are confirmed side by side collide in Odoo, and the loser waits whole seconds.
 *
 * @param most orders of several callers in one batch; a single caller may bring more
 */
export function oneBatchAtATime(record: RecordBatch, most: number): RecordBatch {
	const waiting: Waiting[] = [];
	let running = false;

	const nextBatch = (): Waiting[] => {
		let size = 0;
		const fits = waiting.findIndex(({ orders }, index) => {
			size += orders.length;
			return index > 0 && size > most;
		});
		return waiting.splice(0, fits < 0 ? waiting.length : fits);
	};
	const run = async (): Promise<void> => {
		running = true;
		for (let batch = nextBatch(); batch.length > 0; batch = nextBatch()) {
			try {
				const outcomes = await record(batch.flatMap(({ orders }) => orders));
				for (const { orders, resolve } of batch) resolve(outcomes.splice(0, orders.length));
			} catch (error) {
				for (const { reject } of batch) reject(error);
			}
		}
		running = false;
	};
	return async (orders) =>
		await new Promise((resolve, reject) => {
			waiting.push({ orders, resolve, reject });
			if (!running) void run();
		});
}
