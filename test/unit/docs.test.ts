import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { headingAnchor } from '../../tools/docs/heading-anchor';

const root = join(__dirname, '../..');
const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
	cwd: root,
	encoding: 'utf8',
});
const files = listed.split('\n').filter((file) => existsSync(join(root, file)));
const pages = files.filter((file) => file.endsWith('.md') && !file.startsWith('test/'));
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const withoutCode = (text: string): string =>
	text.replace(/^```.*?^```/gms, '').replace(/`[^`\n]*`/g, '');

/** Anchors of a page's headings, as GitHub makes them. */
const anchorsOf = (file: string): string[] =>
	[...textOf(file).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => headingAnchor(heading));

function brokenLinks(page: string): string[] {
	const targets = [...withoutCode(textOf(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(
		([, to = '']) => to,
	);
	return targets
		.filter((to) => !/^(https?|mailto):/.test(to))
		.filter((to) => {
			const [path = '', anchor] = to.split('#');
			const file = path === '' ? page : relative(root, join(root, dirname(page), path));
			if (!existsSync(join(root, file))) return true;
			return anchor !== undefined && file.endsWith('.md') && !anchorsOf(file).includes(anchor);
		});
}

test('there are pages to look at', () => {
	expect(pages).toEqual(expect.arrayContaining(['README.md', 'README.zh-CN.md', 'SECURITY.md']));
});

test.each(pages)('every link in %s leads somewhere', (page) => {
	expect(brokenLinks(page)).toEqual([]);
});

test.each(pages)('every source that %s names is there', (page) => {
	const named = [
		...textOf(page).matchAll(/`((?:lib|nodes|sandbox|tools|test|workflows)\/[^`*<]+)`/g),
	];
	expect(
		named.map(([, path = '']) => path).filter((path) => !existsSync(join(root, path))),
	).toEqual([]);
});

test.each(pages)('every command in %s is there', (page) => {
	const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
	const named = [...textOf(page).matchAll(/npm run ([a-z0-9:-]+)/g)].map(([, name = '']) => name);
	expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('the error codes that pages name are given somewhere', () => {
	const sources = files.filter((file) => /^(lib|nodes|tools)\/.*\.ts$/.test(file));
	const source = sources.map(textOf).join('\n');
	const named = pages.flatMap((page) =>
		[...textOf(page).matchAll(/`((?:ACQUIRER|WECHAT|ODOO|SKU|SHOP|NOT_AN?)_[A-Z0-9_]+)`/g)].map(
			([, code = '']) => code,
		),
	);
	expect(named.length).toBeGreaterThan(50);
	const variables = /^(WECHAT_)?ODOO_(\d+_)?[A-Z]+$/;
	expect(
		[...new Set(named)].filter((code) => !source.includes(code) && !variables.test(code)),
	).toEqual([]);
});

test('every node and every template has its page', () => {
	const { n8n } = JSON.parse(textOf('package.json')) as { n8n: { nodes: string[] } };
	const dashed = (name: string): string => name.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();
	const wanted = [
		...n8n.nodes.map(
			(file) => `docs/nodes/${dashed(/([^/]+)\.node\.js$/.exec(file)?.[1] ?? '')}.md`,
		),
		...files
			.filter((file) => /^workflows\/[^/]+\.json$/.test(file))
			.map((file) => file.replace('workflows', 'docs/templates').replace('.json', '.md')),
	];
	expect(wanted.filter((page) => !files.includes(page))).toEqual([]);
});

test.each(['README.md', 'README.zh-CN.md'])('%s lists every node and template, once', (readme) => {
	const listed = [...textOf(readme).matchAll(/^\| \[[^\]]+\]\((docs\/[^)]+\.md)\)/gm)];
	const wanted = pages.filter((page) => /^docs\/(nodes|templates)\//.test(page));
	expect(listed.map(([, page]) => page).sort()).toEqual(wanted.sort());
});

test('every picture is shown on a page', () => {
	const pictures = files.filter((file) => file.startsWith('docs/images/'));
	expect(pictures.length).toBeGreaterThan(10);
	const all = pages.map(textOf).join('\n');
	const shown = [...pictures, ...files.filter((file) => file.startsWith('docs/charts/'))];
	expect(shown.filter((file) => !all.includes(file.replace('docs/', '')))).toEqual([]);
});
