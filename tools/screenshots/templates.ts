import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from 'playwright-core';

import { readTemplate, type OrderingStack } from '../services/ordering-stack';
import { openWorkflow, showWholeCanvas } from '../services/n8n-editor';
import { shootCanvas } from './canvas';
import { keep, stillShot, type Album } from './picture';

const workflows = join(__dirname, '..', '..', 'workflows');

/** Each template on the canvas, its credentials chosen as far as there are any. */
export async function pictureTemplates(
	album: Album,
	page: Page,
	{ client, credentials }: Pick<OrderingStack, 'client' | 'credentials'>,
): Promise<void> {
	for (const file of (await readdir(workflows)).sort()) {
		const template = await readTemplate(file);
		const { id } = await client.importWorkflow(template, credentials);
		const nodes = template.nodes.filter(({ type }) => !type.endsWith('.stickyNote'));
		await openWorkflow(
			page,
			id,
			nodes.map(({ name }) => name),
		);
		await showWholeCanvas(page);
		const name = `template-${file.replace('.json', '')}`;
		const shot = await stillShot(name, page, async () => await shootCanvas(page));
		await keep(album, name, shot, page.getByTestId('canvas'));
	}
}
