import { toItems } from '../../../../nodes/shared/operation';
import { runOnce } from '../../../../nodes/shared/run-once';
import { runOperation } from '../support/one-operation';

it('runs once for all items and pairs what it returns with all of them, or as it says', async () => {
	let runs = 0;
	const operation = runOnce(async () => {
		runs++;
		return [...toItems([{ a: 1 }]), { json: { b: 1 }, output: 1, pairedItem: { item: 1 } }];
	});
	expect(await runOperation(operation, [1, 2])).toEqual([
		[{ json: { a: 1 }, pairedItem: [{ item: 0 }, { item: 1 }] }],
		[{ json: { b: 1 }, pairedItem: { item: 1 } }],
		[],
	]);
	expect(runs).toBe(1);
});

it('fails every item when it fails', async () => {
	const operation = runOnce(async () => await Promise.reject<never>(new Error('No')));
	const [, , , failed] = await runOperation(operation, [1, 2], { onError: 'continueErrorOutput' });
	expect(failed).toMatchObject([
		{ json: { number: 1, error: 'No' }, pairedItem: { item: 0 } },
		{ json: { number: 2, error: 'No' }, pairedItem: { item: 1 } },
	]);
});
