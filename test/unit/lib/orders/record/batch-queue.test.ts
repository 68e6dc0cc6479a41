import { deadlineAfter } from '../../../../../lib/core/deadline';
import { batchQueue, batchSize } from '../../../../../lib/orders/record/batch-queue';
import type { PaidOrder } from '../../../../../lib/orders/model/paid-order';
import type { RecordOutcome } from '../../../../../lib/orders/sale-order/recorded-order';
import { paidOrder } from '../orders';

const order = (name: string) => paidOrder({ transaction_id: name });
const names = (orders: PaidOrder[]) => orders.map(({ payment }) => payment.transaction_id);
/** Outcomes that tell which payment they are of. */
const outcomes = (orders: PaidOrder[]) =>
	names(orders).map((name) => ({ recorded: { name } })) as unknown as RecordOutcome[];

/** A queue whose batches end when the test says so, and a clock that the test turns. */
function heldQueue(most: number) {
	const clock = { ms: 0 };
	const batches: Array<{
		names: string[];
		leftMs: number;
		finish(): void;
		fail(error: Error): void;
	}> = [];
	const enter = batchQueue(
		async (orders, deadline) =>
			await new Promise((resolve, reject) => {
				batches.push({
					names: names(orders),
					leftMs: deadline.remainingMs(),
					finish: () => resolve(outcomes(orders)),
					fail: reject,
				});
			}),
		() => most,
	);
	const queue = async (name: string, budgetMs = 1_000) =>
		await enter(
			order(name),
			deadlineAfter(budgetMs, () => clock.ms),
		);
	return { queue, batches, clock };
}

/** Lets everything that is ready run. */
const turn = async () => await new Promise((resolve) => setImmediate(resolve));

it('puts what arrives during a batch into the next one, and gives each caller its own', async () => {
	const { queue, batches } = heldQueue(10);
	const first = queue('a');
	await turn();
	const others = ['b', 'c', 'd'].map(async (name) => await queue(name));
	await turn();
	expect(batches.map((batch) => batch.names)).toEqual([['a']]);
	batches[0]?.finish();
	expect(await first).toMatchObject({ recorded: { name: 'a' } });
	await turn();
	expect(batches[1]?.names).toEqual(['b', 'c', 'd']);
	batches[1]?.finish();
	expect(await Promise.all(others)).toMatchObject(
		['b', 'c', 'd'].map((name) => ({ recorded: { name } })),
	);
});

it('puts what arrives at once into one batch, up to its limit', async () => {
	const { queue, batches } = heldQueue(2);
	const all = ['a', 'b', 'c'].map(async (name) => await queue(name));
	for (let made = 1; made <= 2; made += 1) {
		await turn();
		batches.at(-1)?.finish();
	}
	await Promise.all(all);
	expect(batches.map((batch) => batch.names)).toEqual([['a', 'b'], ['c']]);
});

it('fails the orders of a failed batch, and goes on with the next', async () => {
	const { queue, batches } = heldQueue(10);
	const first = queue('a');
	await turn();
	const second = queue('b');
	batches[0]?.fail(new Error('down'));
	await expect(first).rejects.toThrow('down');
	await turn();
	batches[1]?.finish();
	expect(await second).toMatchObject({ recorded: { name: 'b' } });
});

it('leaves an order out whose time is over before its turn, and gives a batch the longest time left', async () => {
	const { queue, batches, clock } = heldQueue(10);
	const first = queue('a');
	await turn();
	const late = queue('b', 500);
	const rest = [queue('c', 2_000), queue('d', 1_500)];
	clock.ms = 500;
	batches[0]?.finish();
	await first;
	expect(await late).toMatchObject({ error: { code: 'ODOO_TIME_BUDGET', retryable: true } });
	await turn();
	expect(batches[1]).toMatchObject({ names: ['c', 'd'], leftMs: 1_500 });
	batches[1]?.finish();
	await Promise.all(rest);
});

it('asks how many orders fit into the time that the most pressing one has', async () => {
	const asked: number[] = [];
	const queue = batchQueue(
		async (orders) => await Promise.resolve(outcomes(orders)),
		(leftMs) => {
			asked.push(leftMs);
			return 10;
		},
	);
	const within = (budgetMs: number) => deadlineAfter(budgetMs, () => 0);
	await Promise.all([queue(order('a'), within(4_000)), queue(order('b'), within(30_000))]);
	expect(asked).toEqual([4_000]);
});

it('begins with 16 orders while WeChat waits, and 50 where there is time', () => {
	expect(batchSize().limit(4_000)).toBe(16);
	expect(batchSize().limit(30_000)).toBe(50);
});

it('follows what batches take, between 8 and 50 orders', () => {
	const size = batchSize();
	for (let round = 0; round < 20; round += 1) size.measured(16, 16 * 40);
	expect(size.limit(4_000)).toBe(39);
	for (let round = 0; round < 20; round += 1) size.measured(16, 16 * 1_000);
	expect(size.limit(4_000)).toBe(8);
});

it('learns nothing from a single order', () => {
	const size = batchSize();
	size.measured(1, 3_000);
	expect(size.limit(4_000)).toBe(16);
});
