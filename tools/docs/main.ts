import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { runToEnd } from '../services/processes';
import { reasonOf } from '../services/reason';
import { brokenLinks } from './broken-links';

const root = join(__dirname, '..', '..');
const site = join(root, 'docs', '.vitepress', 'dist');

/** Builds the documentation as a site, in `docs/.vitepress/dist`, and follows every link in it. */
async function main(): Promise<number> {
	const vitepress = join(root, 'node_modules', 'vitepress', 'bin', 'vitepress.js');
	await runToEnd(process.execPath, [vitepress, 'build', 'docs'], { cwd: root });
	const files = (readdirSync(site, { recursive: true }) as string[])
		.filter((file) => statSync(join(site, file)).isFile())
		.map((file) => file.replaceAll('\\', '/'));
	const read = (page: string): string => readFileSync(join(site, page), 'utf8');
	const broken = brokenLinks(new Set(files), read, process.env.DOCS_BASE);
	for (const link of broken) process.stderr.write(`Leads nowhere: ${link}\n`);
	const pages = files.filter((file) => file.endsWith('.html')).length;
	process.stdout.write(`${pages} pages in ${site}\n`);
	return broken.length > 0 ? 1 : 0;
}

main()
	.then((status) => (process.exitCode = status))
	.catch((error: unknown) => {
		process.stderr.write(`${reasonOf(error)}\n`);
		process.exitCode = 1;
	});
