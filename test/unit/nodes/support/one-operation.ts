import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import type { Operation } from '../../../../nodes/shared/operation';
import { runNode } from '../../../support/engine';
import type { NodeSettings } from '../../../support/two-steps';

/** Runs an operation in n8n's engine, in a node with three outputs, on items with a number each. */
export async function runOperation(
	operation: Operation,
	numbers: number[],
	settings: NodeSettings = {},
): Promise<INodeExecutionData[][]> {
	const type: INodeType = {
		description: {
			displayName: 'Test',
			name: 'test',
			group: ['transform'],
			version: 1,
			description: 'Runs one operation',
			defaults: { name: 'Test' },
			inputs: ['main'],
			outputs: ['main', 'main', 'main'],
			properties: [],
		},
		async execute(this: IExecuteFunctions) {
			return await operation(this);
		},
	};
	const items = numbers.map((number) => ({ number, kept: 'yes' }));
	return await runNode(type, {}, items, {}, settings);
}
