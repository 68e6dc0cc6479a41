import { differencesOf } from './compare-translation';

/** A sticky note of a template, e.g. of `ordering` the note `receive`. */
export interface TemplateNote {
	template: string;
	note: string;
	markdown: string;
}

const MARK = /^<!-- ([a-z-]+(?:, [a-z-]+)*): ([\w ]+) -->$/m;

/** The notes on a page of translations: each follows a comment with its templates and its name. */
export function translatedNotes(page: string): TemplateNote[] {
	const [, ...parts] = page.split(/^(?=<!-- )/m);
	return parts.flatMap((part) => {
		const [, templates = '', note = ''] = MARK.exec(part) ?? [];
		// The heading of the next template and what follows it belong to no note.
		const markdown = part.replace(MARK, '').split(/^## /m)[0] ?? '';
		return templates.split(', ').map((template) => ({ template, note, markdown }));
	});
}

/** The notes of a template, as n8n shows them on the canvas. */
export function notesOf(template: string, json: string): TemplateNote[] {
	const { nodes } = JSON.parse(json) as {
		nodes: Array<{ type: string; name: string; parameters?: { content?: string } }>;
	};
	return nodes
		.filter(({ type }) => type.endsWith('.stickyNote'))
		.map(({ name, parameters }) => ({
			template,
			note: name.replace('Note: ', ''),
			markdown: parameters?.content ?? '',
		}));
}

/** Notes without a translation, translations without a note, and figures and code in which they differ. */
export function noteDifferences(notes: TemplateNote[], translations: TemplateNote[]): string[] {
	const nameOf = ({ template, note }: TemplateNote): string => `${template}: ${note}`;
	const known = new Set(notes.map(nameOf));
	return [
		...translations.filter((it) => !known.has(nameOf(it))).map((it) => `${nameOf(it)} has no note`),
		...notes.flatMap((note) => {
			const found = translations.find((it) => nameOf(it) === nameOf(note));
			if (!found) return [`${nameOf(note)} is not translated`];
			return differencesOf(
				[nameOf(note), withoutHeadings(note.markdown)],
				[`zh-CN ${nameOf(note)}`, withoutHeadings(found.markdown)],
			);
		}),
	];
}

const withoutHeadings = (markdown: string): string => markdown.replace(/^#+ /gm, '');
