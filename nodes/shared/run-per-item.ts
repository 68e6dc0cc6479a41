import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { batches } from '../../lib/core/collections';
import type { Operation, Outcome, OutputItem } from './operation';
import { runBatch } from './run-batch';

/**
 * Runs an operation for each item, in order. Without On Error → Continue, nothing starts after a failure.
 *
 * @param atOnce how many items are worked on at the same time
 */
export const runPerItem = (
	operation: (
		context: IExecuteFunctions,
		index: number,
		item: INodeExecutionData,
	) => Promise<OutputItem | OutputItem[]>,
	{ atOnce = 1 } = {},
): Operation =>
	runBatch(async (context, items) => {
		const outcomes: Outcome[] = [];
		for (const some of batches([...items.entries()], atOnce)) {
			const results = some.map(async ([index, item]): Promise<Outcome> => {
				try {
					return await operation(context, index, item);
				} catch (error) {
					return { error };
				}
			});
			outcomes.push(...(await Promise.all(results)));
			if (outcomes.some((outcome) => 'error' in outcome) && !context.continueOnFail()) break;
		}
		return outcomes;
	});
