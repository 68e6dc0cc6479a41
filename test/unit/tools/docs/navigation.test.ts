import { pagesOf, sidebar, topEntries, type SidebarEntry } from '../../../../tools/docs/navigation';
import { readPages } from '../../../../tools/docs/read-pages';
import { SECTIONS } from '../../../../tools/docs/sections';

const pages = readPages();
const links = (entries: SidebarEntry[]): string[] =>
	entries.flatMap(({ link, items = [] }) => [...(link ? [link] : []), ...links(items)]);

test('every page is in the navigation, once', () => {
	const listed = SECTIONS.flatMap((section) => [section.page, ...pagesOf(section, pages)]);
	const english = [...pages.keys()].filter((file) => !file.startsWith('zh-CN/'));
	expect(['index', ...listed].sort()).toEqual(
		english.map((file) => file.replace(/\.md$/, '')).sort(),
	);
});

test.each(['en', 'zh-CN'] as const)('the navigation in %s leads to pages', (language) => {
	const all = [...links(sidebar(language, pages)), ...links(topEntries(language, pages))];
	expect(all.length).toBeGreaterThan(40);
	expect(all.filter((link) => !pages.has(`${link.slice(1)}.md`))).toEqual([]);
});

test('a translated page is shown in Chinese, another one in English', () => {
	const few = new Map([
		['start-here.md', '# Start here'],
		['which-merchant.md', '# Which merchant?'],
		['zh-CN/start-here.md', '# 入门'],
	]);
	const [start] = sidebar('zh-CN', few);
	expect(start).toMatchObject({
		text: '入门',
		items: [
			{ text: '入门', link: '/zh-CN/start-here' },
			{ text: 'Which merchant?', link: '/which-merchant' },
		],
	});
});
