import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { templateProblems, type Template } from '../../tools/package/template-check';
import { layoutProblems } from '../../tools/package/template-layout';
import { ownNodes } from '../support/own-nodes';

const root = join(__dirname, '..', '..');
const files = readdirSync(join(root, 'workflows'));

describe.each(files)('workflows/%s', (file) => {
	const template = JSON.parse(readFileSync(join(root, 'workflows', file), 'utf8')) as Template;

	it('can be imported as it is: nothing of one instance, no unknown or missing parameter', async () => {
		expect(templateProblems(template, await ownNodes())).toEqual([]);
	});

	it('reads from left to right, and nothing covers anything', () => {
		expect(layoutProblems(template)).toEqual([]);
	});

	it('has notes that say what to do, and a page', () => {
		const notes = template.nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
		expect(notes.length).toBeGreaterThan(1);
		for (const note of notes) expect(String(note.parameters.content).length).toBeGreaterThan(80);
		expect(existsSync(join(root, 'docs/templates', file.replace(/json$/, 'md')))).toBe(true);
	});
});

it('answers WeChat first, then creates the list of payments, and then adds to it', () => {
	const text = readFileSync(join(root, 'workflows', 'ordering.json'), 'utf8');
	const { nodes, connections, settings } = JSON.parse(text) as Template;
	// n8n runs the branches of a node from top to bottom.
	expect(settings.executionOrder).toBe('v1');
	const top = new Map(nodes.map(({ name, position }) => [name, position[1]]));
	const branches = (connections['WeChat Pay Trigger']?.main ?? []).flatMap((ends) => ends ?? []);
	const inTurn = branches
		.map(({ node }) => node)
		.sort((one, other) => (top.get(one) ?? 0) - (top.get(other) ?? 0));
	expect(inTurn).toEqual([
		'Get Order From Shop',
		'Record Refund',
		'Create the List',
		'Keep for Reconciliation',
	]);
});
