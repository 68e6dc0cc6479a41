import type { INode, INodeType, INodeTypes, Workflow } from 'n8n-workflow';

/** What the Settings tab of a node sets. */
export type NodeSettings = Partial<
	Pick<
		INode,
		| 'alwaysOutputData'
		| 'continueOnFail'
		| 'maxTries'
		| 'onError'
		| 'retryOnFail'
		| 'waitBetweenTries'
	>
>;

/** The step that the items come from: n8n looks them up there when it fills its error output. */
export const BEFORE = 'Before';

/** A workflow of the node and a step before it. */
export async function twoSteps(
	nodeType: INodeType,
	parameters: INode['parameters'],
	settings: NodeSettings,
): Promise<{ workflow: Workflow; node: INode }> {
	const { Workflow } = await import('n8n-workflow');
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
	const before = { ...node, id: 'before', name: BEFORE, parameters: {}, disabled: true };
	const nodeTypes: INodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({
		id: 'workflow',
		name: 'In process',
		nodes: [before, node],
		connections: { [BEFORE]: { main: [[{ node: node.name, type: 'main', index: 0 }]] } },
		active: false,
		nodeTypes,
		settings: { executionOrder: 'v1' },
	});
	return { workflow, node };
}

/** The names of a node's outputs as the canvas shows them, with n8n's error output where it has one. */
export async function outputNames(
	nodeType: INodeType,
	parameters: INode['parameters'],
	settings: NodeSettings = {},
): Promise<string[]> {
	const { NodeHelpers } = await import('n8n-workflow');
	const { workflow, node } = await twoSteps(nodeType, parameters, settings);
	return NodeHelpers.getNodeOutputs(workflow, node, nodeType.description).map((output) =>
		typeof output === 'string' ? '' : (output.displayName ?? ''),
	);
}
