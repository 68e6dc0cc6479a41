import { parse } from '@textlint/markdown-to-ast';

import { TERMS } from './terms';
import type { ReadableText } from './texts';

/** A word of `TERMS` in a text. */
export interface Finding {
	/** Of the term. */
	id: string;
	/** E.g. `docs/sizing.md:12: … to the last [piece] of it …`. */
	where: string;
}

/** As much of the Markdown tree as is read here. */
interface MarkdownNode {
	type: string;
	value?: string;
	children?: readonly MarkdownNode[];
	loc: { start: { line: number } };
}

/** Finds the words that a text should do without, outside code, quotations and links' addresses. */
export function findTerms({ file, line, markdown }: ReadableText): Finding[] {
	return blocksOf(parse(markdown)).flatMap((block) =>
		TERMS.flatMap(({ id, pattern }) =>
			[...block.text.matchAll(pattern)].map((match) => ({
				id,
				where: `${file}:${line + block.line - 1}: ${inContext(block.text, match.index, match[0])}`,
			})),
		),
	);
}

interface Block {
	text: string;
	/** From 1. */
	line: number;
}

const BLOCKS = new Set(['Paragraph', 'Header', 'TableCell']);

/** The paragraphs, headings and cells of a document as plain text. */
function blocksOf(node: MarkdownNode): Block[] {
	if (node.type === 'BlockQuote') return [];
	if (BLOCKS.has(node.type)) return [{ text: plainText(node), line: node.loc.start.line }];
	return (node.children ?? []).flatMap(blocksOf);
}

function plainText({ type, value = '', children = [] }: MarkdownNode): string {
	if (type === 'Str') return value;
	if (type === 'Html') return ' ';
	return children.length > 0 ? children.map(plainText).join('') : '`…`';
}

const CONTEXT = 30;

function inContext(text: string, index: number, found: string): string {
	const end = index + found.length;
	const before = text.slice(Math.max(0, index - CONTEXT), index);
	return `…${before}[${found}]${text.slice(end, end + CONTEXT)}…`.replace(/\s+/g, ' ');
}
