import { NodeOperationError } from 'n8n-workflow';

import { runBatch } from '../../../../nodes/shared/run-batch';
import { runOperation } from '../support/one-operation';

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
