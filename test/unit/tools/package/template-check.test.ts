import { NodeConnectionTypes, type INodeTypeDescription } from 'n8n-workflow';

import { templateProblems, type Template } from '../../../../tools/package/template-check';

const description: INodeTypeDescription = {
	displayName: 'Probe',
	name: 'probe',
	group: ['transform'],
	version: [1, 2],
	description: 'Probe',
	defaults: { name: 'Probe' },
	inputs: [NodeConnectionTypes.Main],
	outputs: [NodeConnectionTypes.Main],
	properties: [
		{ displayName: 'Wanted', name: 'wanted', type: 'string', default: '', required: true },
	],
};
const nodeTypes = new Map([['pack.probe', description]]);

const sound = (): Template => ({
	name: 'Sound',
	settings: { executionOrder: 'v1' },
	nodes: [
		{
			id: 'a',
			name: 'Probe',
			type: 'pack.probe',
			typeVersion: 2,
			position: [0, 0],
			parameters: { wanted: 'x' },
		},
	],
	connections: {},
});
const problemsAfter = (change: (template: Template) => void): string[] => {
	const template = sound();
	change(template);
	return templateProblems(template, nodeTypes);
};
const onlyNode = (template: Template) => template.nodes[0]!;

describe('templateProblems', () => {
	it('finds nothing in a sound template', () => {
		expect(templateProblems(sound(), nodeTypes)).toEqual([]);
	});

	it.each<[string, (template: Template) => void, string]>([
		['an id of an instance', (t) => (t.versionId = 'v'), '"versionId" belongs to one n8n instance'],
		['another execution order', (t) => (t.settings = {}), 'executionOrder'],
		['one name twice', (t) => t.nodes.push({ ...onlyNode(t), id: 'b' }), 'two nodes named Probe'],
		['one id twice', (t) => t.nodes.push({ ...onlyNode(t), name: 'B' }), 'two nodes with the id a'],
		[
			'a connection into nothing',
			(t) => (t.connections = { Probe: { main: [[{ node: 'Gone', type: 'main', index: 0 }]] } }),
			'a connection names Gone',
		],
		[
			'a credential id',
			(t) => (onlyNode(t).credentials = { someApi: { id: '1', name: 'Mine' } }),
			'carries a credential id',
		],
		['an unknown node', (t) => (onlyNode(t).type = 'pack.gone'), 'unknown type pack.gone'],
		['an unknown version', (t) => (onlyNode(t).typeVersion = 3), 'typeVersion 3, not 1 or 2'],
		['a parameter nobody has', (t) => (onlyNode(t).parameters.old = 1), 'sets old'],
		['a missing parameter', (t) => (onlyNode(t).parameters = {}), '"Wanted" is required'],
	])('names %s', (_, change, problem) => {
		expect(problemsAfter(change).join('\n')).toContain(problem);
	});
});
