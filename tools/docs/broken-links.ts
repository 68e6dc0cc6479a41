import { posix } from 'node:path';

/**
 * Links of a built site that lead nowhere: to a file that is missing, or to an anchor that its page
 * does not have.
 *
 * @param files names of all files, e.g. `nodes/sku-map.html`
 * @param read content of a page
 * @param base where the site is served from, with a slash at both ends
 * @returns each as `page → link`
 */
export function brokenLinks(
	files: ReadonlySet<string>,
	read: (page: string) => string,
	base = '/',
): string[] {
	const pages = [...files].filter((file) => file.endsWith('.html') && file !== '404.html');
	const texts = new Map(pages.map((page) => [page, read(page)]));
	const ids = new Map(
		[...texts].map(([page, text]) => [page, new Set(values(text, 'id').map(decoded))]),
	);
	const leads = (page: string, link: string): boolean => {
		const [path = '', anchor] = decoded(link).split('#');
		const file = path === '' ? page : fileOf(page, path, base);
		if (!files.has(file)) return false;
		return !anchor || !ids.has(file) || ids.get(file)?.has(anchor) === true;
	};
	return [...texts].flatMap(([page, text]) =>
		[...new Set([...values(text, 'href'), ...values(text, 'src')])]
			.filter((link) => !/^[a-z]+:|^\/\//i.test(link) && !leads(page, link))
			.map((link) => `${page} → ${link}`),
	);
}

const values = (html: string, attribute: string): string[] =>
	[...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) =>
		value.replaceAll('&amp;', '&'),
	);

const decoded = (link: string): string => decodeURIComponent(link);

function fileOf(page: string, path: string, base: string): string {
	const file = path.startsWith('/')
		? path.startsWith(base) && path.slice(base.length)
		: posix.join(posix.dirname(page), path);
	if (file === false) return path;
	return /^$|\/$/.test(file) ? posix.join(file, 'index.html') : file;
}
