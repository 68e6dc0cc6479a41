import { setTimeout as pause } from 'node:timers/promises';

import { IntegrationError } from '../../../../lib/core/errors';
import { runPerItem } from '../../../../nodes/shared/run-per-item';
import { runOperation } from '../support/one-operation';

const odd = (number: unknown) => {
	if (Number(number) % 2 === 0) return;
	throw new IntegrationError({
		code: 'ODD',
		message: `${String(number)} is odd.`,
		likelyCause: 'It is not even.',
		nextStep: 'Add one.',
	});
};
const started: unknown[] = [];
const evenOnly = runPerItem(async (_context, _index, { json }) => {
	started.push(json.number);
	odd(json.number);
	return { json: { ...json, even: true }, output: 1 };
});
beforeEach(() => started.splice(0));

it('returns one or several items for each, paired with it', async () => {
	const twice = runPerItem(async (_context, index) => [
		{ json: { index } },
		{ json: {}, output: 2 },
	]);
	expect(await runOperation(twice, [5, 6])).toEqual([
		[
			{ json: { index: 0 }, pairedItem: { item: 0 } },
			{ json: { index: 1 }, pairedItem: { item: 1 } },
		],
		[],
		[
			{ json: {}, pairedItem: { item: 0 } },
			{ json: {}, pairedItem: { item: 1 } },
		],
	]);
});

it('stops at the first failure, names its item and starts no other', async () => {
	await expect(runOperation(evenOnly, [2, 3, 4])).rejects.toMatchObject({
		name: 'NodeOperationError',
		message: '3 is odd.',
		description: 'It is not even. Add one. (ODD)',
		context: { itemIndex: 1 },
	});
	expect(started).toEqual([2, 3]);
});

it('goes on with the others when it is to continue, and lets failed items leave by the first output', async () => {
	expect(await runOperation(evenOnly, [2, 3, 4], { onError: 'continueRegularOutput' })).toEqual([
		[{ json: { number: 3, kept: 'yes', error: '3 is odd.' }, pairedItem: { item: 1 } }],
		[
			{ json: { number: 2, kept: 'yes', even: true }, pairedItem: { item: 0 } },
			{ json: { number: 4, kept: 'yes', even: true }, pairedItem: { item: 2 } },
		],
		[],
	]);
});

it('lets failed items leave by the error output alone where there is one', async () => {
	const outputs = await runOperation(evenOnly, [2, 3], { onError: 'continueErrorOutput' });
	expect(outputs).toEqual([
		[],
		[{ json: { number: 2, kept: 'yes', even: true }, pairedItem: { item: 0 } }],
		[],
		[{ json: { number: 3, kept: 'yes', error: '3 is odd.' }, pairedItem: { item: 1 } }],
	]);
});

it('works on so many at once, in groups', async () => {
	let [now, most] = [0, 0];
	const slow = runPerItem(
		async () => {
			most = Math.max(most, ++now);
			await pause(5);
			now--;
			return { json: {} };
		},
		{ atOnce: 3 },
	);
	const [output] = await runOperation(slow, [1, 2, 3, 4, 5, 6, 7]);
	expect([output?.length, most]).toEqual([7, 3]);
});
