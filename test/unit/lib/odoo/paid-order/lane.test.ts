import { oneBatchAtATime } from '../../../../../lib/odoo/paid-order/lane';
import type { PaidOrder, RecordOutcome } from '../../../../../lib/odoo/paid-order/paid-order';
import { paidOrder } from './orders';

const order = (name: string) => paidOrder({ transaction_id: name });
const names = (orders: PaidOrder[]) => orders.map(({ payment }) => payment.transaction_id);
/** Outcomes that tell which payment they are of. */
const outcomes = (orders: PaidOrder[]) =>
	names(orders).map((name) => ({ recorded: { name } })) as unknown as RecordOutcome[];

/** A lane whose batches end when the test says so. */
function heldLane(most: number) {
	const batches: Array<{ names: string[]; finish(): void; fail(error: Error): void }> = [];
	const lane = oneBatchAtATime(
		async (orders) =>
			await new Promise((resolve, reject) => {
				batches.push({
					names: names(orders),
					finish: () => resolve(outcomes(orders)),
					fail: reject,
				});
			}),
		most,
	);
	return { lane, batches };
}

it('puts what arrives during a batch into the next one, and gives each caller its own', async () => {
	const { lane, batches } = heldLane(10);
	const first = lane([order('a')]);
	const second = lane([order('b'), order('c')]);
	const third = lane([order('d')]);
	expect(batches.map((batch) => batch.names)).toEqual([['a']]);
	batches[0]?.finish();
	expect(await first).toMatchObject([{ recorded: { name: 'a' } }]);
	expect(batches[1]?.names).toEqual(['b', 'c', 'd']);
	batches[1]?.finish();
	expect(await second).toMatchObject([{ recorded: { name: 'b' } }, { recorded: { name: 'c' } }]);
	expect(await third).toMatchObject([{ recorded: { name: 'd' } }]);
});

it('fails the callers of a failed batch, and goes on with the next', async () => {
	const { lane, batches } = heldLane(10);
	const first = lane([order('a')]);
	const second = lane([order('b')]);
	batches[0]?.fail(new Error('down'));
	await expect(first).rejects.toThrow('down');
	batches[1]?.finish();
	expect(await second).toHaveLength(1);
	const third = lane([order('c')]);
	batches[2]?.finish();
	expect(await third).toHaveLength(1);
});

it('fills a batch up to its limit, never splits a caller, and takes one that is larger alone', async () => {
	const { lane, batches } = heldLane(3);
	const callers = [['a'], ['b', 'c'], ['d', 'e'], ['f', 'g', 'h', 'i'], ['j']];
	const answers = callers.map(async (some) => await lane(some.map(order)));
	for (const [index, answer] of answers.entries()) {
		for (const batch of batches) batch.finish();
		expect(await answer).toHaveLength(callers[index]?.length ?? 0);
	}
	expect(batches.map((batch) => batch.names)).toEqual(callers);
});
