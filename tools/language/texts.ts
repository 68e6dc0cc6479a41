import ts from 'typescript';

/** A text that people read, as Markdown, and where it begins. */
export interface ReadableText {
	file: string;
	line: number;
	markdown: string;
}

/** Texts of a source file: its strings of several words, such as descriptions and error messages. */
export function textsOfSource(file: string, source: string): ReadableText[] {
	const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022);
	const found: ReadableText[] = [];
	const visit = (node: ts.Node): void => {
		const text = textOf(node);
		if (text !== undefined && isSentence(text)) {
			const { line } = parsed.getLineAndCharacterOfPosition(node.getStart(parsed));
			found.push({ file, line: line + 1, markdown: text });
		}
		ts.forEachChild(node, visit);
	};
	visit(parsed);
	return found;
}

function textOf(node: ts.Node): string | undefined {
	if (ts.isStringLiteralLike(node)) return node.text;
	if (!ts.isTemplateExpression(node)) return undefined;
	return [node.head, ...node.templateSpans.map(({ literal }) => literal)]
		.map(({ text }) => text)
		.join('…');
}

/** Two words in a row; not an n8n expression. */
const isSentence = (text: string): boolean => /\p{L} \p{L}/u.test(text) && !text.startsWith('=');

interface TemplateNode {
	type: string;
	name: string;
	parameters?: { content?: string };
}

/** Texts of a workflow template: its sticky notes and the names of its nodes. */
export function textsOfTemplate(file: string, json: string): ReadableText[] {
	const { nodes } = JSON.parse(json) as { nodes: TemplateNode[] };
	return nodes.map(({ type, name, parameters }) => ({
		file,
		line: 1,
		markdown: type.endsWith('stickyNote') ? (parameters?.content ?? '') : name,
	}));
}
