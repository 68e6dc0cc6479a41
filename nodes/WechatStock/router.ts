import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { toNodeError } from '../shared/node-error';
import * as backendStock from './resources/backendStock';
import * as shopStock from './resources/shopStock';

type Execute = (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

const operations: Record<string, Execute> = {
	'backendStock send': backendStock.send.execute,
	'shopStock get': shopStock.get.execute,
	'shopStock getSkus': shopStock.getSkus.execute,
	'shopStock set': shopStock.set.execute,
};

/** Runs the chosen operation, which deals with all items itself. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const name = `${String(this.getNodeParameter('resource', 0))} ${String(this.getNodeParameter('operation', 0))}`;
	const execute = operations[name];
	if (!execute) throw toNodeError(this.getNode(), new Error(`There is no operation "${name}"`));
	try {
		return await execute.call(this);
	} catch (error) {
		// What fails before any item is dealt with: reading the shop.
		throw toNodeError(this.getNode(), error);
	}
}
