import type { ICredentialDataDecryptedObject, IDataObject, INodeExecutionData } from 'n8n-workflow';

import { runNode } from '../../../support/engine';
import { outputNames, type NodeSettings } from '../../../support/two-steps';
import type { NodeOperation } from './operations';

/** What became of a run in which every item failed. */
export interface FailedRun {
	/** How often n8n ran the node. */
	tries: number;
	/** The error that stopped the workflow. */
	stopped?: { error: string; itemIndex: unknown };
	/** What left by each output that anything left by: the items by their number, or `empty`. */
	left?: Record<string, Array<number | 'empty' | 'damaged'>>;
}

/** Runs an operation in n8n's engine on items that it cannot serve. */
export async function failingRun(
	{ type, parameters }: NodeOperation,
	items: IDataObject[],
	credential: ICredentialDataDecryptedObject,
	settings: NodeSettings,
): Promise<FailedRun> {
	let tries = 0;
	const counted = Object.assign(Object.create(type) as typeof type, {
		execute: async function (this: ThisParameterType<NonNullable<typeof type.execute>>) {
			tries++;
			return await type.execute!.call(this);
		},
	});
	try {
		const outputs = await runNode(counted, parameters, items, credential, settings);
		const names = await outputNames(type, parameters, settings);
		const left = outputs.map((output, index): [string, Array<number | 'empty' | 'damaged'>] => [
			names[index] || `Output ${index}`,
			output.map((item) => whichItem(item, items)),
		]);
		return { tries, left: Object.fromEntries(left.filter(([, found]) => found.length > 0)) };
	} catch (error) {
		const { name, context } = error as { name: string; context?: IDataObject };
		return { tries, stopped: { error: name, itemIndex: context?.itemIndex } };
	}
}

/** The number of the input item whose fields, error and pairing an item has. */
function whichItem({ json, pairedItem }: INodeExecutionData, items: IDataObject[]) {
	if (Object.keys(json).length === 0) return 'empty';
	const { error, ...fields } = json;
	const number = items.findIndex((item) => JSON.stringify(item) === JSON.stringify(fields));
	const paired = JSON.stringify(pairedItem) === JSON.stringify({ item: number });
	return typeof error === 'string' && error.length > 10 && paired ? number : 'damaged';
}
