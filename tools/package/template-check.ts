import {
	NodeHelpers,
	type IConnections,
	type INode,
	type INodeParameters,
	type INodeTypeDescription,
} from 'n8n-workflow';

/** An importable workflow file, as n8n's editor writes it. */
export interface Template {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings: { executionOrder?: string; [name: string]: unknown };
	[name: string]: unknown;
}

/** What belongs to one instance and must not travel in a template. */
const INSTANCE_FIELDS = ['id', 'versionId', 'active', 'shared', 'staticData', 'tags'];

/** What a person who imports the template would stumble over; empty when it is sound. */
export function templateProblems(
	template: Template,
	nodeTypes: Map<string, INodeTypeDescription>,
): string[] {
	return [
		...INSTANCE_FIELDS.filter((field) => field in template).map(
			(field) => `"${field}" belongs to one n8n instance: take it out`,
		),
		...(template.settings.executionOrder === 'v1' ? [] : ['settings.executionOrder must be "v1"']),
		...repeated(template.nodes.map((node) => node.name)).map((name) => `two nodes named ${name}`),
		...repeated(template.nodes.map((node) => node.id)).map((id) => `two nodes with the id ${id}`),
		...connectionProblems(template),
		...template.nodes.flatMap((node) => nodeProblems(node, nodeTypes)),
	];
}

function repeated(values: string[]): string[] {
	return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function connectionProblems({ nodes, connections }: Template): string[] {
	const names = new Set(nodes.map((node) => node.name));
	const targets = Object.values(connections).flatMap((outputs) =>
		Object.values(outputs).flatMap((ports) => ports.flatMap((port) => port ?? [])),
	);
	return [...Object.keys(connections), ...targets.map((target) => target.node)]
		.filter((name) => !names.has(name))
		.map((name) => `a connection names ${name}, which is not there`);
}

function nodeProblems(node: INode, nodeTypes: Map<string, INodeTypeDescription>): string[] {
	const own = [...nodeTypes.keys()].some((type) => type.split('.')[0] === node.type.split('.')[0]);
	const problems = node.credentials ? [`${node.name} carries a credential id`] : [];
	if (!own) return problems;
	const description = nodeTypes.get(node.type);
	if (!description) return [...problems, `${node.name} has the unknown type ${node.type}`];
	const versions = [description.version].flat();
	if (!versions.includes(node.typeVersion)) {
		problems.push(`${node.name} has typeVersion ${node.typeVersion}, not ${versions.join(' or ')}`);
	}
	return [...problems, ...parameterProblems(node, description)];
}

function parameterProblems(node: INode, description: INodeTypeDescription): string[] {
	const known = new Set(description.properties.map((property) => property.name));
	const parameters: INodeParameters =
		NodeHelpers.getNodeParameters(
			description.properties,
			node.parameters,
			true,
			false,
			node,
			description,
		) ?? {};
	const issues = NodeHelpers.getNodeParametersIssues(
		description.properties,
		{ ...node, parameters },
		description,
	);
	return [
		...Object.keys(node.parameters)
			.filter((name) => !known.has(name))
			.map((name) => `${node.name} sets ${name}, which the node does not have`),
		...Object.values(issues?.parameters ?? {})
			.flat()
			.map((issue) => `${node.name}: ${issue}`),
	];
}
