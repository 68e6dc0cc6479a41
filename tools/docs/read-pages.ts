import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Pages } from './navigation';

const DOCS = join(process.cwd(), 'docs');

/** Reads every page of the documentation. Commands of this project run in its root. */
export function readPages(): Pages {
	const files = (readdirSync(DOCS, { recursive: true }) as string[])
		.map((file) => file.replaceAll('\\', '/'))
		.filter((file) => file.endsWith('.md') && !/^\.|\[/.test(file));
	return new Map(files.map((file) => [file, readFileSync(join(DOCS, file), 'utf8')]));
}
