import { titleOf, type Pages } from './navigation';

/** A page that VitePress makes from a route with `[page]` in its name. */
interface GeneratedPage {
	params: { page: string };
	content: string;
}

/** For each English page without a Chinese one, a Chinese page that leads to it. */
export function untranslatedPages(pages: Pages): GeneratedPage[] {
	return [...pages]
		.filter(([file]) => !file.startsWith('zh-CN/') && !pages.has(`zh-CN/${file}`))
		.map(([file, markdown]) => {
			const page = file.replace(/\.md$/, '');
			const title = titleOf(markdown, page);
			return {
				params: { page },
				content: `# ${title}\n\n本页目前只有英文版：[${title}](/${page})。\n`,
			};
		});
}

/** For each Chinese page without an English one, an English page that leads to it. */
export function chineseOnlyPages(pages: Pages): GeneratedPage[] {
	return [...pages.keys()]
		.filter((file) => file.startsWith('zh-CN/') && !pages.has(file.slice('zh-CN/'.length)))
		.map((file) => {
			const page = file.slice('zh-CN/'.length).replace(/\.md$/, '');
			const title = page.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
			return {
				params: { page },
				content: `# ${title}\n\nThis page exists in Chinese only: [${page}](/zh-CN/${page}).\n`,
			};
		});
}
