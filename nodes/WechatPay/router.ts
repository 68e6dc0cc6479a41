import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { toNodeError } from '../shared/node-error';
import { acknowledge } from './resources/notification';
import { query } from './resources/order';

type Execute = (
	this: IExecuteFunctions,
	item: INodeExecutionData,
	index: number,
) => Promise<IDataObject>;

const operations: Record<string, Execute> = {
	'notification acknowledge': acknowledge.execute,
	'order query': query.execute,
};

/** Runs the chosen operation for every item; one that fails stops the node unless it is to continue. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const name = `${String(this.getNodeParameter('resource', 0))} ${String(this.getNodeParameter('operation', 0))}`;
	const execute = operations[name];
	if (!execute) throw toNodeError(this.getNode(), new Error(`There is no operation "${name}"`));
	const output: INodeExecutionData[] = [];
	for (const [index, item] of this.getInputData().entries()) {
		try {
			const json = await execute.call(this, item, index);
			output.push({ json, pairedItem: { item: index } });
		} catch (error) {
			const failure = toNodeError(this.getNode(), error, index);
			if (!this.continueOnFail()) throw failure;
			output.push({ json: { error: failure.message }, pairedItem: { item: index } });
		}
	}
	return [output];
}
