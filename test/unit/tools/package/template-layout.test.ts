import type { INode } from 'n8n-workflow';

import type { Template } from '../../../../tools/package/template-check';
import { layoutProblems } from '../../../../tools/package/template-layout';

const node = (name: string, position: [number, number], more: Partial<INode> = {}): INode => ({
	id: name,
	name,
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	position,
	parameters: {},
	...more,
});
const note = (name: string, position: [number, number], width: number, height: number): INode =>
	node(name, position, { type: 'n8n-nodes-base.stickyNote', parameters: { width, height } });

const template = (nodes: INode[], from = 'A', to = 'B'): Template => ({
	name: 'Drawn',
	nodes,
	connections: { [from]: { main: [[{ node: to, type: 'main', index: 0 }]] } },
	settings: {},
});

describe('layoutProblems', () => {
	it('is content with room for every name, and notes beside', () => {
		const nodes = [
			node('A', [0, 0]),
			node('B', [192, 0]),
			note('Above', [-48, -200], 400, 200),
			note('Below', [-48, 152], 400, 200),
		];
		expect(layoutProblems(template(nodes))).toEqual([]);
	});

	it('names what covers what: nodes, names below them, notes', () => {
		const nodes = [node('A', [0, 0]), node('B', [191, 0]), note('Note', [-48, 151], 100, 100)];
		expect(layoutProblems(template(nodes))).toEqual([
			'A and B cover one another',
			'A and Note cover one another',
		]);
	});

	it('names a connection that goes back', () => {
		const nodes = [node('A', [0, 0]), node('B', [300, 0])];
		expect(layoutProblems(template(nodes, 'B', 'A'))).toEqual([
			'B leads to A, which does not lie to its right',
		]);
	});

	it('lets a loop lead back', () => {
		const looped = template([node('A', [0, 0]), node('B', [300, 0])]);
		looped.connections['B'] = { main: [[{ node: 'A', type: 'main', index: 0 }]] };
		expect(layoutProblems(looped)).toEqual([]);
	});
});
