import type { IExecuteFunctions, INodeExecutionData, IDataObject } from 'n8n-workflow';

import type { Operation, Outcome, OutputItem } from './operation';
import { toNodeError } from './node-error';

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

/**
 * Puts results into the outputs of the node. This is the one rule for errors: a failed item stops the node,
 * or, when On Error says continue, leaves by the first output with its fields and `error`. From there n8n
 * moves it to the error output if the node has one.
 *
 * @param outcomes one for each input item
 * @throws NodeOperationError | NodeApiError of the first failed item, with its `itemIndex`
 */
export function toOutputs(context: IExecuteFunctions, outcomes: Outcome[]): INodeExecutionData[][] {
	// Only as many as are needed: to count them, n8n would evaluate an expression, which takes it 65 ms in a run.
	const outputs: INodeExecutionData[][] = [[]];
	for (const [index, outcome] of outcomes.entries()) {
		const made: OutputItem[] =
			'error' in outcome ? [failedItem(context, index, outcome.error)] : [outcome].flat();
		for (const { output = 0, json, ...rest } of made) {
			while (outputs.length <= output) outputs.push([]);
			outputs[output]?.push({ pairedItem: { item: index }, ...rest, json: json as IDataObject });
		}
	}
	return outputs;
}

function failedItem(context: IExecuteFunctions, index: number, error: unknown): OutputItem {
	const shown = toNodeError(context.getNode(), error, index);
	if (!context.continueOnFail()) throw shown;
	const { json = {}, binary } = context.getInputData()[index] ?? {};
	// n8n moves an item to the error output only if it holds nothing but the error, then adds the fields back.
	const fields = context.getNode().onError === 'continueErrorOutput' ? {} : json;
	return { json: { ...fields, error: shown.message }, ...(binary && { binary }) };
}
