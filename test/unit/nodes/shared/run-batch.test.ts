import { NodeOperationError } from 'n8n-workflow';

import { runBatch } from '../../../../nodes/shared/run-batch';
import { runOperation } from '../support/one-operation';

const boom = async () => await Promise.reject<never>(new Error('Odoo is down'));

it('works on all items together, and throws after that for one that failed', async () => {
	const done: unknown[] = [];
	const operation = runBatch(async (_context, items) =>
		items.map(({ json }) => {
			if (json.number === 1) return { error: new Error('One is refused') };
			done.push(json.number);
			return { json };
		}),
	);
	await expect(runOperation(operation, [1, 2, 3])).rejects.toMatchObject({
		message: 'One is refused',
		context: { itemIndex: 0 },
	});
	expect(done).toEqual([2, 3]);
});

it('drops an item without a result', async () => {
	const operation = runBatch(async (_context, items) =>
		items.map(({ json }) => (json.number === 1 ? [] : { json: {} })),
	);
	expect(await runOperation(operation, [1, 2])).toEqual([
		[{ json: {}, pairedItem: { item: 1 } }],
		[],
		[],
	]);
});

it('fails every item, each with its fields, when the operation cannot work at all', async () => {
	await expect(runOperation(runBatch(boom), [1, 2])).rejects.toMatchObject({
		message: 'Odoo is down',
		context: { itemIndex: 0 },
	});
	const failed = [1, 2].map((number, item) => ({
		json: { number, kept: 'yes', error: 'Odoo is down' },
		pairedItem: { item },
	}));
	const continued = await runOperation(runBatch(boom), [1, 2], { continueOnFail: true });
	expect(continued).toEqual([failed, [], []]);
	const routed = await runOperation(runBatch(boom), [1, 2], { onError: 'continueErrorOutput' });
	expect(routed).toEqual([[], [], [], failed]);
});

const file = { data: { data: 'aGk=', mimeType: 'text/plain' } };

it('passes files and pairings on', async () => {
	const operation = runBatch(async () => [
		{ json: {}, binary: file, pairedItem: [{ item: 0 }, { item: 1 }] },
	]);
	const [output] = await runOperation(operation, [1, 2]);
	expect(output).toEqual([{ json: {}, binary: file, pairedItem: [{ item: 0 }, { item: 1 }] }]);
});

it('keeps the files of a failed item', async () => {
	const operation = runBatch(async (_context, items) => {
		Object.assign(items[0]!, { binary: file });
		return [{ error: new Error('No') }];
	});
	for (const onError of ['continueRegularOutput', 'continueErrorOutput'] as const) {
		const outputs = await runOperation(operation, [1], { onError });
		expect(outputs.flat()).toEqual([
			{ json: { number: 1, kept: 'yes', error: 'No' }, binary: file, pairedItem: { item: 0 } },
		]);
	}
});

it("keeps an error of n8n's own as it is", async () => {
	const operation = runBatch(async (context) => [
		{ error: new NodeOperationError(context.getNode(), 'As it is', { itemIndex: 7 }) },
	]);
	await expect(runOperation(operation, [1])).rejects.toMatchObject({
		message: 'As it is',
		context: { itemIndex: 7 },
	});
});
