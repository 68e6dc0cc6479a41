import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';

import { templateProblems, type Template } from '../../scripts/template-check';
import { layoutProblems } from '../../scripts/template-layout';

const root = join(__dirname, '..', '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
	name: string;
	n8n: { nodes: string[] };
};
const files = readdirSync(join(root, 'workflows'));

/** Every node of the package by its full name, from the sources. */
async function ownNodes(): Promise<Map<string, INodeTypeDescription>> {
	const found = new Map<string, INodeTypeDescription>();
	for (const file of manifest.n8n.nodes) {
		const source = join(root, file.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
		const loaded = (await import(source)) as Record<string, new () => INodeType>;
		const { description } = new loaded[basename(source, '.node.ts')]!();
		found.set(`${manifest.name}.${description.name}`, description);
	}
	return found;
}

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
