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
