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
	INodeTypes,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

// n8n-core reads these when it is loaded.
process.env.N8N_USER_FOLDER ??= mkdtempSync(join(tmpdir(), 'n8n-core-'));
process.env.N8N_ENCRYPTION_KEY ??= 'in-process-tests-only';

/**
 * Runs one node in n8n's own engine (n8n-core), in this process.
 *
 * @param fields the decrypted credential, whatever its type
 * @param settings of the node, as on its Settings tab
 * @param otherInputs items of its second input, and so on
 * @returns the items of each output
 */
export async function runNode(
	nodeType: INodeType,
	parameters: INode['parameters'],
	items: IDataObject[],
	fields: ICredentialDataDecryptedObject,
	settings: Pick<INode, 'onError'> = {},
	otherInputs: IDataObject[][] = [],
): Promise<INodeExecutionData[][]> {
	const { ExecutionLifecycleHooks, WorkflowExecute } = await import('n8n-core');
	const { Workflow, createRunExecutionData } = await import('n8n-workflow');
	const { name, version, credentials = [] } = nodeType.description;
	const node: INode = {
		id: 'node',
		name: 'Node',
		type: `test.${name}`,
		typeVersion: [version].flat().at(-1) ?? 1,
		position: [0, 0],
		parameters,
		...settings,
		credentials: Object.fromEntries(
			credentials.map((credential) => [credential.name, { id: '1', name: credential.name }]),
		),
	};
	const nodeTypes: INodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({
		id: 'workflow',
		name: 'In process',
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes,
		settings: { executionOrder: 'v1' },
	});
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
	const run = createRunExecutionData({
		executionData: {
			nodeExecutionStack: [
				{
					node,
					data: { main: [items, ...otherInputs].map((input) => input.map((json) => ({ json }))) },
					source: null,
				},
			],
		},
	});
	const result = await new WorkflowExecute(additional, 'manual', run).processRunExecutionData(
		workflow,
	);
	const [task] = result.data.resultData.runData.Node ?? [];
	const failure = task?.error ?? result.data.resultData.error;
	if (failure) throw failure;
	return (task?.data?.main ?? []).map((output) => output ?? []);
}
