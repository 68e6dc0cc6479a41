import 'reflect-metadata';

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeType,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { expectDescribed } from './described-outputs';
import { BEFORE, twoSteps, type NodeSettings } from './two-steps';

// n8n-core reads these when it is loaded.
process.env.N8N_USER_FOLDER ??= mkdtempSync(join(tmpdir(), 'n8n-core-'));
process.env.N8N_ENCRYPTION_KEY ??= 'in-process-tests-only';

/**
 * Runs one node in n8n's own engine (n8n-core), in this process.
 *
 * @param fields the decrypted credential, whatever its type
 * @param otherInputs items of its second input, and so on
 * @returns the items of each output
 */
export async function runNode(
	nodeType: INodeType,
	parameters: INode['parameters'],
	items: IDataObject[],
	fields: ICredentialDataDecryptedObject,
	settings: NodeSettings = {},
	otherInputs: IDataObject[][] = [],
): Promise<INodeExecutionData[][]> {
	const { ExecutionLifecycleHooks, WorkflowExecute } = await import('n8n-core');
	const { createRunExecutionData, NodeHelpers } = await import('n8n-workflow');
	const { workflow, node } = await twoSteps(nodeType, parameters, settings);
	const inputs = [items, ...otherInputs].map((input) => input.map((json) => ({ json })));
	const additional = {
		hooks: new ExecutionLifecycleHooks('manual', '1', workflow as never),
		credentialsHelper: {
			getDecrypted: async () => fields,
			getParentTypes: () => [],
			isCredentialUsableByNode: () => true,
		},
		executionId: '1',
		variables: {},
		restApiUrl: 'http://localhost',
		formWaitingBaseUrl: 'http://localhost',
		webhookBaseUrl: 'http://localhost',
		webhookWaitingBaseUrl: 'http://localhost',
		webhookTestBaseUrl: 'http://localhost',
		instanceBaseUrl: 'http://localhost',
		executeWorkflow: async () => await Promise.reject(new Error('No sub-workflows here')),
		logAiEvent: () => undefined,
		setExecutionStatus: () => undefined,
		sendDataToUI: () => undefined,
	} as unknown as IWorkflowExecuteAdditionalData;
	const source = inputs.map((_, previousNodeOutput) => ({
		previousNode: BEFORE,
		previousNodeOutput,
		previousNodeRun: 0,
	}));
	const run = createRunExecutionData({
		resultData: {
			runData: {
				[BEFORE]: [
					{
						startTime: 0,
						executionIndex: 0,
						executionTime: 0,
						source: [],
						data: { main: inputs },
					},
				],
			},
		},
		executionData: {
			nodeExecutionStack: [{ node, data: { main: inputs }, source: { main: source } }],
		},
	});
	const result = await new WorkflowExecute(additional, 'manual', run).processRunExecutionData(
		workflow,
	);
	const [task] = result.data.resultData.runData[node.name] ?? [];
	const failure = task?.error ?? result.data.resultData.error;
	if (failure) throw failure;
	// A node may return fewer outputs than it has; n8n takes the others as empty.
	const made = task?.data?.main ?? [];
	const all = NodeHelpers.getNodeOutputs(workflow, node, nodeType.description);
	const count = made.length > 0 ? Math.max(all.length, made.length) : 0;
	const outputs = Array.from({ length: count }, (_, output) => made[output] ?? []);
	expectDescribed(nodeType.description, parameters, outputs[0] ?? [], items);
	return outputs;
}
