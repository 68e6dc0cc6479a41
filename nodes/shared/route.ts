import {
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import type { Operation } from './operation';

/** A resource as its folder exports it: its fields, and its operations by the value that the menu gives them. */
type Resource = Record<string, { execute: Operation } | INodeProperties[]>;

/** The `execute` of a node: runs the operation that the node's parameters name. */
export const route = (resources: Record<string, Resource>) =>
	async function (this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = String(this.getNodeParameter('resource', 0));
		const operation = String(this.getNodeParameter('operation', 0));
		const chosen = resources[resource]?.[operation];
		if (chosen && 'execute' in chosen) return await chosen.execute(this);
		const message = `There is no operation "${operation}" of "${resource}"`;
		throw new NodeOperationError(this.getNode(), message);
	};
