import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Operation, Outcome } from './operation';
import { toOutputs } from './to-outputs';

/**
 * Runs an operation once for all items.
 *
 * @param operation returns a result for each item; if it throws, every item has failed
 */
export const runBatch =
	(
		operation: (context: IExecuteFunctions, items: INodeExecutionData[]) => Promise<Outcome[]>,
	): Operation =>
	async (context) => {
		const items = context.getInputData();
		let outcomes: Outcome[];
		try {
			outcomes = await operation(context, items);
		} catch (error) {
			outcomes = items.map(() => ({ error }));
		}
		return toOutputs(context, outcomes);
	};
