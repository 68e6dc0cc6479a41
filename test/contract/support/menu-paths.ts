import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Shop } from './shop';

const root = join(__dirname, '../../..');
const NAMING = /^(docs\/.*\.md|README.*\.md|(lib|nodes|credentials)\/.*\.ts|workflows\/.*\.json)$/;

/** Every text of the package that may tell an administrator where to click. */
function texts(): Array<[file: string, text: string]> {
	const git = ['ls-files', '-co', '--exclude-standard'];
	const listed = execFileSync('git', git, { cwd: root, encoding: 'utf8' }).split('\n');
	const files = listed.filter((file) => NAMING.test(file) && existsSync(join(root, file)));
	return files.map((file) => [file, readFileSync(join(root, file), 'utf8')]);
}

const STEP = ` → [^→\\n.,;:()|"'\`\\\\$]*[^→\\s.,;:()|"'\`\\\\$]`;
const PATH = new RegExp(`\\b(Settings|Sales|Inventory|Invoicing|Accounting|Apps)(${STEP})+`, 'g');

/** The first step of paths that lead through n8n's own settings. */
const OF_N8N =
	/^(Community nodes|n8n API|Error workflow|Execution order|Migration report|Save successful production executions)/;

/** What a text tells to click one after the other, e.g. `Sales → Products → Pricelists`. */
function pathsIn(text: string): string[] {
	const plain = text.replace(/[*_]/g, '').replaceAll('Invoicing (Accounting)', 'Invoicing');
	return [...plain.matchAll(PATH)]
		.map(([path]) => path)
		.filter((path) => !OF_N8N.test(path.split(' → ')[1] ?? ''));
}

interface Menu {
	id: number;
	name: string;
	parent_id: [number, string] | false;
	action: string | false;
}

/** Whether the steps open a screen; steps behind it are on that screen, and headings may be left out. */
function opensScreen(path: string, menus: Menu[]): boolean {
	const parentOf = new Map(menus.map(({ id, parent_id }) => [id, parent_id ? parent_id[0] : 0]));
	const isUnder = (id: number, above: Set<number>): boolean => {
		const parent = parentOf.get(id) ?? 0;
		return parent !== 0 && (above.has(parent) || isUnder(parent, above));
	};
	const [app, ...steps] = path.split(' → ');
	let here = menus.filter(({ name, parent_id }) => !parent_id && name === app);
	for (const step of steps) {
		const above = new Set(here.map(({ id }) => id));
		const next = menus.filter(
			({ id, name }) => (step === name || step.startsWith(`${name} `)) && isUnder(id, above),
		);
		if (next.length === 0) return here.some(({ parent_id, action }) => parent_id && action);
		here = next;
	}
	return here.some(({ action }) => action);
}

/** Every menu path that a text of the package names, with its file. */
export const namedMenuPaths = (): Array<{ file: string; path: string }> =>
	texts().flatMap(([file, text]) => pathsIn(text).map((path) => ({ file, path })));

/** Reads the menus of a real Odoo. @returns whether a path opens a screen there */
export async function menuFinder({ admin }: Shop): Promise<(path: string) => boolean> {
	const all = { context: { 'ir.ui.menu.full_list': true } };
	const read = [[], ['name', 'parent_id', 'action']];
	const menus = await admin.call<Menu[]>('ir.ui.menu', 'search_read', read, all);
	const apps = await admin.call<Array<{ shortdesc: string }>>('ir.module.module', 'search_read', [
		[],
		['shortdesc'],
	]);
	return (path) =>
		path.startsWith('Apps → ')
			? apps.some(({ shortdesc }) => path.split(' → ')[1] === shortdesc)
			: opensScreen(path, menus);
}
