import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { contentHash } from '../services/content-hash';
import { N8N_VERSION } from '../services/n8n-install';

const root = join(__dirname, '..', '..');
const images = 'docs/images';
const RECORD = join(root, images, 'sources.json');

/** All that the pictures show. */
const SOURCES = ['nodes', 'credentials', 'workflows', 'sandbox', 'tools/screenshots', 'tools/demo'];

interface SourceRecord {
	n8n: string;
	/** SHA-256 of the sources that the pictures were taken of. */
	sources: string;
	/** SHA-256 of the pictures themselves. */
	pictures: string;
}

async function present(pictures: string[]): Promise<SourceRecord> {
	return {
		n8n: N8N_VERSION,
		sources: await contentHash(root, SOURCES),
		pictures: await contentHash(
			root,
			pictures.map((name) => join(images, name)),
		),
	};
}

/** Notes what the pictures in `docs/images` were taken of. */
export async function recordSources(pictures: string[]): Promise<void> {
	await writeFile(RECORD, `${JSON.stringify(await present(pictures), null, '\t')}\n`);
}

/** Whether these pictures, and all that they show, are unchanged since `npm run screenshots`. */
export async function picturesAreCurrent(pictures: string[]): Promise<boolean> {
	const recorded: unknown = JSON.parse(await readFile(RECORD, 'utf8').catch(() => 'null'));
	return JSON.stringify(recorded) === JSON.stringify(await present(pictures));
}
