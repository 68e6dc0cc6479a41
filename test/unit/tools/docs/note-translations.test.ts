import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
	noteDifferences,
	notesOf,
	translatedNotes,
} from '../../../../tools/docs/note-translations';

const root = join(__dirname, '../../../..');
const page = readFileSync(join(root, 'docs/zh-CN/template-notes.md'), 'utf8');
const templates = readdirSync(join(root, 'workflows')).filter((file) => file.endsWith('.json'));

test('the notes of every template are there in Chinese, with the same figures and code', () => {
	const notes = templates.flatMap((file) =>
		notesOf(file.replace('.json', ''), readFileSync(join(root, 'workflows', file), 'utf8')),
	);
	expect(notes.length).toBeGreaterThan(50);
	expect(noteDifferences(notes, translatedNotes(page))).toEqual([]);
});

const note = { template: 'health', note: 'limits', markdown: '### 1 · Limits\nUp to 5 `short`.' };
const chinese =
	'# 便签\n\n<!-- health, retry: limits -->\n\n### 1 · 限值\n\n最多 5 个 `short`。\n\n## 别的 9\n';

test('a translation is found by the comment before it, and ends at the next template', () => {
	const [health, retry] = translatedNotes(chinese);
	expect(health).toMatchObject({ template: 'health', note: 'limits' });
	expect(retry).toMatchObject({ template: 'retry', note: 'limits' });
	expect(noteDifferences([note, { ...note, template: 'retry' }], translatedNotes(chinese))).toEqual(
		[],
	);
});

test.each([
	['a missing translation', '', /^health: limits is not translated$/],
	['one that is left over', chinese.replace('health, retry', 'gone'), /^gone: limits has no note$/],
	[
		'another figure',
		chinese.replace('5', '6'),
		/^zh-CN health: limits.*: 5 is missing \(figures\)$/,
	],
	[
		'other code',
		chinese.replace('short', 'long'),
		/^health: limits.*: `long` is missing \(code\)$/,
	],
])('%s is found', (_name, text, difference) => {
	expect(noteDifferences([note], translatedNotes(text))).toContainEqual(
		expect.stringMatching(difference),
	);
});
