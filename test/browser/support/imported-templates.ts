import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { NodeHelpers, type INode } from 'n8n-workflow';
import type { Locator, Page } from 'playwright-core';

import { canvasNode, importFromFile, showWholeCanvas } from '../../../tools/services/n8n-editor';
import type { Template } from '../../../tools/package/template-check';
import { ownNodes } from '../../support/own-nodes';

const workflows = join(__dirname, '../../../workflows');
const templateOf = (file: string): Template =>
	JSON.parse(readFileSync(join(workflows, file), 'utf8')) as Template;

/** Nodes of n8n's own that the templates use and that need a credential. */
const OTHERS = ['n8n-nodes-base.emailSend', 'n8n-nodes-base.formTrigger', 'n8n-nodes-base.n8n'];

async function nodesWithCredential({ nodes }: Template): Promise<string[]> {
	const own = await ownNodes();
	const needsOne = ({ disabled, ...node }: INode): boolean => {
		const { authentication = 'none' } = node.parameters;
		if (node.type === 'n8n-nodes-base.httpRequest') return !disabled && authentication !== 'none';
		const description = own.get(node.type);
		if (disabled || !description) return !disabled && OTHERS.includes(node.type);
		const { properties, credentials = [] } = description;
		const parameters =
			NodeHelpers.getNodeParameters(properties, node.parameters, true, false, node, description) ??
			{};
		return credentials.some((credential) =>
			NodeHelpers.displayParameter(parameters, credential, node, description),
		);
	};
	return nodes.filter(needsOne).map(({ name }) => name);
}

/** First lines of the notes whose text is longer than they are. */
const NOTES_CUT_OFF = `
	[...document.querySelectorAll('[data-test-id=sticky]')]
		.filter((note) => {
			const text = note.querySelector('h2, h3').parentElement.lastElementChild;
			return text.getBoundingClientRect().bottom > note.getBoundingClientRect().bottom;
		})
		.map((note) => note.innerText.split('\\n')[0])
`;

/** The nodes on the canvas that warn of something. */
export const warningNodes = (page: Page): Locator =>
	page.getByTestId('canvas-node').filter({ has: page.getByTestId('node-issues') });

async function warnings(page: Page): Promise<string[]> {
	const named: string[] = [];
	for (const node of await warningNodes(page).all()) {
		named.push((await node.getAttribute('data-node-name')) ?? '');
		await node.getByTestId('node-issues').hover();
		const issues = page.getByTestId('tooltip-content').filter({ hasText: 'Issues:' });
		expect(await issues.innerText()).toMatch(/^Issues:\s+Credentials for .+ are not set\.?\s*$/);
		await page.mouse.move(0, 0);
		await issues.waitFor({ state: 'detached' });
	}
	return named;
}

/** Imports each template into an n8n without credentials, as a person does. */
export function describeImportedTemplates(editor: () => Page): void {
	describe.each(readdirSync(workflows).sort())('the template %s', (file) => {
		test('is imported with every node known, and asks for credentials alone', async () => {
			const page = editor();
			const template = templateOf(file);
			await importFromFile(page, join(workflows, file));
			await showWholeCanvas(page);
			const nodes = template.nodes.filter(({ type }) => !type.endsWith('.stickyNote'));
			for (const { name } of nodes) await canvasNode(page, name).waitFor();
			expect(await page.getByTestId('node-not-installed').count()).toBe(0);
			expect(await page.evaluate<string[]>(NOTES_CUT_OFF)).toEqual([]);
			const expected = await nodesWithCredential(template);
			await warningNodes(page)
				.nth(expected.length - 1)
				.waitFor();
			expect((await warnings(page)).sort()).toEqual(expected.sort());
		}, 300_000);
	});
}
