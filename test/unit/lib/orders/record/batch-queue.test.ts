import { deadlineAfter } from '../../../../../lib/core/deadline';
import { batchQueue } from '../../../../../lib/orders/record/batch-queue';
import { createLanes } from '../../../../../lib/orders/record/lanes';
import type { PaidOrder } from '../../../../../lib/orders/model/paid-order';
import type { RecordOutcome } from '../../../../../lib/orders/sale-order/recorded-order';
import { paidOrder } from '../orders';

const order = (name: string) => paidOrder({ transaction_id: name });
const names = (orders: PaidOrder[]) => orders.map(({ payment }) => payment.transaction_id);
/** Outcomes that tell which payment they are of. */
const outcomes = (orders: PaidOrder[]) =>
	names(orders).map((name) => ({ recorded: { name } })) as unknown as RecordOutcome[];

/** A queue whose batches end when the test says so, and a clock that the test turns. */
function heldQueue(most: number, lanes = 1) {
	const clock = { ms: 0 };
	const batches: Array<{
		names: string[];
		leftMs: number;
		finish(): void;
		fail(error: Error): void;
	}> = [];
	const enter = batchQueue<PaidOrder, RecordOutcome>(
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
		createLanes(lanes),
	);
	const queue = async (name: string, budgetMs = 1_000, keys = ['one product']) =>
		await enter(
			order(name),
			keys,
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
	const queue = batchQueue<PaidOrder, RecordOutcome>(
		async (orders) => await Promise.resolve(outcomes(orders)),
		(leftMs) => {
			asked.push(leftMs);
			return 10;
		},
	);
	const within = (budgetMs: number) => deadlineAfter(budgetMs, () => 0);
	await Promise.all([
		queue(order('a'), ['x'], within(4_000)),
		queue(order('b'), ['x'], within(30_000)),
	]);
	expect(asked).toEqual([4_000]);
});

describe('With two lanes', () => {
	const named = (batches: Array<{ names: string[] }>) =>
		batches.map((batch) => batch.names.join(''));

	it('records orders without a product in common at the same time, and others one after the other', async () => {
		const { queue, batches } = heldQueue(10, 2);
		const enter = async (name: string, ...keys: string[]) => await queue(name, 1_000, keys);
		const first = enter('a', 'tee');
		await turn();
		const others = [enter('b', 'tee'), enter('c', 'mug'), enter('d', 'tee', 'mug')];
		await turn();
		expect(named(batches)).toEqual(['a']);
		batches[0]?.finish();
		await first;
		await turn();
		expect(named(batches)).toEqual(['a', 'bcd']);
		const last = enter('e', 'cap');
		await turn();
		expect(named(batches)).toEqual(['a', 'bcd', 'e']);
		for (const batch of batches) batch.finish();
		await Promise.all([...others, last]);
	});

	it('divides many products among the lanes, and one hot product not at all', async () => {
		const { queue, batches } = heldQueue(50, 2);
		const all = Array.from(
			{ length: 40 },
			async (_, index) => await queue(String(index), 1_000, [`product ${index % 10}`]),
		);
		await turn();
		expect(batches.map((batch) => batch.names.length)).toEqual([20, 20]);
		const products = batches.map(
			({ names: some }) => new Set(some.map((name) => Number(name) % 10)),
		);
		expect([...(products[0] ?? [])].filter((one) => products[1]?.has(one))).toEqual([]);
		const hot = Array.from({ length: 20 }, async () => await queue('hot', 1_000, ['product 0']));
		await turn();
		expect(batches).toHaveLength(2);
		for (const batch of batches) batch.finish();
		await Promise.all(all);
		await turn();
		expect(batches.map((batch) => batch.names.length)).toEqual([20, 20, 20]);
		batches[2]?.finish();
		await Promise.all(hot);
	});

	it('goes on with the other lane when a batch fails', async () => {
		const { queue, batches } = heldQueue(10, 2);
		const [a, b] = [queue('a', 1_000, ['tee']), queue('b', 1_000, ['tee'])];
		await turn();
		batches[0]?.fail(new Error('down'));
		await expect(Promise.all([a, b])).rejects.toThrow('down');
		const next = queue('c', 1_000, ['tee']);
		await turn();
		batches[1]?.finish();
		expect(await next).toMatchObject({ recorded: { name: 'c' } });
	});
});

it('gathers during the rest after a batch what comes one by one, and starts a full batch at once', async () => {
	const rests: Array<() => void> = [];
	const batches: string[][] = [];
	const enter = batchQueue<PaidOrder, RecordOutcome>(
		async (orders) => {
			batches.push(names(orders));
			return await Promise.resolve(outcomes(orders));
		},
		() => 50,
		createLanes(1),
		async () => await new Promise((resolve) => rests.push(resolve)),
	);
	const ahead = deadlineAfter(1_000, () => 0);
	const queue = async (name: string) => await enter(order(name), ['one product'], ahead);
	await queue('a');
	const gathered = ['b', 'c'].map(queue);
	await turn();
	expect(batches).toEqual([['a']]);
	rests[0]?.();
	await Promise.all(gathered);
	expect(batches[1]).toEqual(['b', 'c']);
	const many = Array.from({ length: 8 }, (_, index) => `m${index}`);
	await Promise.all(many.map(queue));
	expect(batches[2]).toEqual(many);
});
