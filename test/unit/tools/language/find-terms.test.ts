import { findTerms } from '../../../../tools/language/find-terms';

const termsIn = (markdown: string) =>
	findTerms({ file: 'a.md', line: 1, markdown }).map(({ id }) => id);

test('finds whole words in either case, in paragraphs, headings and tables', () => {
	expect(termsIn('# Callbacks\n\nThe last pieces.\n\n| a |\n| --- |\n| Whoever asks |')).toEqual([
		'callback',
		'piece',
		'whoever',
	]);
	expect(termsIn('A masterpiece, standing, piece-wise.')).toEqual([]);
});

test('reads over emphasis, and past code, addresses and quotations', () => {
	expect(termsIn('It is held _back_.')).toEqual(['held back']);
	expect(termsIn('`piece` [unit](piece.md)\n\n```\npiece\n```\n\n> a piece')).toEqual([]);
});

test('takes What for a subject, not for a question, and To-Do for the name in Odoo', () => {
	expect(termsIn('What was paid is recorded.')).toEqual(['What … (statement)']);
	expect(termsIn('What is recorded?')).toEqual([]);
	expect(termsIn('A To-Do. A to-do.')).toEqual(['to-do']);
});

test('says where, with the words around', () => {
	const texts = { file: 'docs/a.md', line: 1, markdown: 'One.\n\nThe last piece of it.' };
	expect(findTerms(texts)).toEqual([
		{ id: 'piece', where: 'docs/a.md:3: …The last [piece] of it.…' },
	]);
});
