import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { toNodeError } from '../../shared/node-error';

/** Makes of each item one or several; one that fails stops the node unless it is to continue. */
export async function oneByOne(
	context: IExecuteFunctions,
	operation: (item: INodeExecutionData, index: number) => Promise<IDataObject | IDataObject[]>,
): Promise<INodeExecutionData[][]> {
	const output: INodeExecutionData[] = [];
	for (const [index, item] of context.getInputData().entries()) {
		const pairedItem = { item: index };
		try {
			const made = [await operation(item, index)].flat();
			for (const json of made) output.push({ json, pairedItem });
		} catch (error) {
			const shown = toNodeError(context.getNode(), error, index);
			if (!context.continueOnFail()) throw shown;
			const kept = context.getNode().onError === 'continueErrorOutput' ? {} : item.json;
			output.push({ json: { ...kept, error: shown.message }, pairedItem });
		}
	}
	return [output];
}
