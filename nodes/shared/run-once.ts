import type { IExecuteFunctions } from 'n8n-workflow';

import type { Operation, OutputItem } from './operation';
import { runBatch } from './run-batch';

/**
 * Runs an operation once, whatever the number of items.
 *
 * @param operation returns the items of all outputs; they are paired with all input items unless they say otherwise
 */
export const runOnce = (
	operation: (context: IExecuteFunctions) => Promise<OutputItem[]>,
): Operation =>
	runBatch(async (context, items) => {
		const pairedItem = items.map((_, item) => ({ item }));
		return [(await operation(context)).map((made) => ({ pairedItem, ...made }))];
	});
