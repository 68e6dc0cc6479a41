import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { toNodeError } from '../../shared/node-error';

/** What came of an item: the output it leaves by and its `stock`, or an error. */
export type Settled = { output: number; stock: object } | { error: unknown };

/**
 * Lets each item leave, with its `stock` beside what it had.
 *
 * @param settled one for each item
 * @param failures the output for those that failed, when the node is to continue
 */
export function leave(
	context: IExecuteFunctions,
	settled: Settled[],
	outputs: number,
	failures: number,
): INodeExecutionData[][] {
	const left: INodeExecutionData[][] = Array.from({ length: outputs }, () => []);
	for (const [index, { json }] of context.getInputData().entries()) {
		const pairedItem = { item: index };
		const one = settled[index]!;
		if (!('error' in one)) {
			const stock = one.stock as IDataObject;
			left[one.output]?.push({ json: { ...json, stock }, pairedItem });
			continue;
		}
		const shown = toNodeError(context.getNode(), one.error, index);
		if (!context.continueOnFail()) throw shown;
		// n8n takes an item for its error output only when it holds nothing but the error.
		const kept = context.getNode().onError === 'continueErrorOutput' ? {} : json;
		left[failures]?.push({ json: { ...kept, error: shown.message }, pairedItem });
	}
	return left;
}
