import { SECTIONS, type Section } from './sections';

export type Language = 'en' | 'zh-CN';

/** An entry of the sidebar, as VitePress takes it. */
export interface SidebarEntry {
	text: string;
	link?: string;
	collapsed?: boolean;
	items?: SidebarEntry[];
}

/** The documentation's files by path from `docs`, e.g. `zh-CN/run.md`, with their content. */
export type Pages = ReadonlyMap<string, string>;

const FOLDERS: Record<string, Record<Language, string>> = {
	nodes: { en: 'Nodes', 'zh-CN': '节点' },
	templates: { en: 'Templates', 'zh-CN': '模板' },
	decisions: { en: 'Decisions', 'zh-CN': '决策' },
};

/** The pages that a section lists, without its own; a page that a language does not have is left out. */
export function pagesOf(
	{ pages: listed }: Pick<Section, 'pages'>,
	pages: Pages,
	language: Language = 'en',
): string[] {
	return listed.flatMap((entry) =>
		entry.endsWith('/*')
			? inFolder(entry.slice(0, -2), pages)
			: [entry].filter((page) => pages.has(translated(page, language, pages))),
	);
}

/** The sidebar of one language. A page without a translation leads to the English one. */
export function sidebar(language: Language, pages: Pages): SidebarEntry[] {
	const entry = (page: string): SidebarEntry => {
		const file = translated(page, language, pages);
		return { text: titleOf(pages.get(file) ?? '', page), link: `/${file.replace(/\.md$/, '')}` };
	};
	return SECTIONS.map((section) => ({
		text: section[language],
		collapsed: false,
		items: [
			entry(section.page),
			...section.pages.flatMap((listed) => {
				const folder = listed.replace('/*', '');
				const items = pagesOf({ pages: [listed] }, pages, language).map(entry);
				if (folder === listed) return items;
				return [{ text: FOLDERS[folder]?.[language] ?? folder, collapsed: true, items }];
			}),
		],
	}));
}

/** The entries at the top of each page. */
export const topEntries = (language: Language, pages: Pages): SidebarEntry[] =>
	SECTIONS.map((section) => ({
		text: section[language],
		link: `/${translated(section.page, language, pages).replace(/\.md$/, '')}`,
	}));

function translated(page: string, language: Language, pages: Pages): string {
	const file = language === 'en' ? `${page}.md` : `${language}/${page}.md`;
	return pages.has(file) ? file : `${page}.md`;
}

const inFolder = (folder: string, pages: Pages): string[] =>
	[...pages.keys()]
		.filter((file) => file.startsWith(`${folder}/`))
		.map((file) => file.replace(/\.md$/, ''))
		.sort(
			(a, b) => Number(b.endsWith('README')) - Number(a.endsWith('README')) || (a < b ? -1 : 1),
		);

/** The heading of a page. */
export const titleOf = (markdown: string, page: string): string =>
	/^# (.+)$/m.exec(markdown)?.[1] ?? page;
