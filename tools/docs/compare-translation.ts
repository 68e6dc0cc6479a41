import { posix } from 'node:path';

/** What a section of a page has in every language. */
interface Section {
	heading: string;
	/** Number of `#`. */
	level: number;
	figures: string[];
	/** Code, in the text and in blocks. */
	code: string[];
	/** Files that it links, from `docs`, without their language. */
	links: string[];
}

/**
 * Where a translation differs from its original: in headings, figures, code and links.
 *
 * @param page path of the original from `docs`
 * @param translation path of the translation, e.g. `zh-CN/run.md`
 * @returns one line for each difference, none when the pages agree
 */
export function differencesOf(
	[page, original]: [string, string],
	[translation, translated]: [string, string],
): string[] {
	const [ours, theirs] = [sectionsOf(page, original), sectionsOf(translation, translated)];
	const levels = (sections: Section[]): string => sections.map(({ level }) => level).join(' ');
	if (levels(ours) !== levels(theirs))
		return [`headings: ${levels(ours)} in ${page}, ${levels(theirs)} in ${translation}`];
	return ours.flatMap((section, index) => {
		const other = theirs[index] ?? section;
		return (['figures', 'code', 'links'] as const).flatMap((kind) => [
			...missing(section[kind], other[kind]).map(
				(it) => `${translation}, ${other.heading}: ${it} is missing (${kind})`,
			),
			...missing(other[kind], section[kind]).map(
				(it) => `${page}, ${section.heading}: ${it} is missing (${kind})`,
			),
		]);
	});
}

const CODE = /^```[^\n]*\n.*?^```|`[^`\n]+`/gms;
const LINK = /\]\(([^)\s]+)\)/g;

function sectionsOf(page: string, markdown: string): Section[] {
	const code = [...markdown.matchAll(CODE)].map(([text]) => text);
	// Code keeps its place, but a comment in it is no heading.
	const text = markdown.replace(CODE, () => '\u0000');
	let next = 0;
	return text
		.split(/^(?=#{1,6} )/m)
		.filter((part) => part.trim() !== '')
		.map((part) => {
			const count = part.split('\u0000').length - 1;
			const own = code.slice(next, next + count);
			next += count;
			const [, marks = '', heading = ''] = /^(#*) ?(.*)/.exec(part) ?? [];
			const prose = part.replace(LINK, '');
			return {
				heading: heading.replaceAll('\u0000', '…'),
				level: marks.length,
				figures: [...prose.matchAll(/(?<![A-Za-z\d])\d+(?:[.,]\d+)*/g)].map(([figure]) => figure),
				code: own,
				links: [...part.matchAll(LINK)].map(([, to = '']) => target(page, to)),
			};
		});
}

function target(page: string, link: string): string {
	const [path = ''] = link.split('#');
	if (/^https?:/.test(link)) return link;
	if (path === '') return page.replace(/^zh-CN\//, '');
	return posix
		.join('docs', posix.dirname(page), path)
		.replace(/^docs\/(zh-CN\/)?/, '')
		.replace('README.zh-CN.md', 'README.md');
}

/** What is in a list and not, or not as often, in another one. */
function missing(of: string[], from: string[]): string[] {
	const left = [...from];
	return of.filter((it) => {
		const at = left.indexOf(it);
		if (at >= 0) left.splice(at, 1);
		return at < 0;
	});
}
