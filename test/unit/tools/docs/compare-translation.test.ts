import { differencesOf } from '../../../../tools/docs/compare-translation';
import { readPages } from '../../../../tools/docs/read-pages';

const pages = readPages();
const translations = [...pages.keys()].filter(
	(file) => file.startsWith('zh-CN/') && !file.endsWith('/template-notes.md'),
);

test('what a person needs to begin, to set up and to run is there in Chinese', () => {
	const wanted = [
		'index',
		'start-here',
		'which-merchant',
		'set-up',
		'odoo-setup',
		'merchant-console',
		'credentials',
		'reverse-proxy',
		'run',
		'going-live',
		'campaign-day',
		'troubleshooting',
		'rehearsal',
	];
	expect(wanted.filter((page) => !translations.includes(`zh-CN/${page}.md`))).toEqual([]);
});

test.each(translations)('%s has the headings, figures, code and links of its original', (file) => {
	const original = file.replace('zh-CN/', '');
	expect(pages.has(original)).toBe(true);
	expect(
		differencesOf([original, pages.get(original) ?? ''], [file, pages.get(file) ?? '']),
	).toEqual([]);
});

const ENGLISH =
	'# Run\n\nWithin 5 s, see `a` on [the page](b.md#one).\n\n## Every day\n\n10,000 orders.\n';
const CHINESE = '# 运行\n\n在 5 秒内，见[页面](b.md#一)上的 `a`。\n\n## 每天\n\n10,000 张订单。\n';
const compare = (changed: string): string[] =>
	differencesOf(['run.md', ENGLISH], ['zh-CN/run.md', changed]);

test('pages that say the same agree, whatever the order of the words', () => {
	expect(compare(CHINESE)).toEqual([]);
});

test.each([
	[
		'a heading',
		CHINESE.replace('## 每天', '### 每天'),
		'headings: 1 2 in run.md, 1 3 in zh-CN/run.md',
	],
	['a figure', CHINESE.replace('5 秒', '6 秒'), 'zh-CN/run.md, 运行: 5 is missing (figures)'],
	['code', CHINESE.replace('`a`', '`b`'), 'zh-CN/run.md, 运行: `a` is missing (code)'],
	['a link', CHINESE.replace('(b.md', '(c.md'), 'zh-CN/run.md, 运行: b.md is missing (links)'],
])('another %s is found', (_name, changed, difference) => {
	expect(compare(changed)).toContain(difference);
});

test('a comment in code is no heading', () => {
	const code = '# Run\n\n```sh\n# 3 times\nnpm test\n```\n';
	expect(differencesOf(['run.md', code], ['zh-CN/run.md', code.replace('Run', '运行')])).toEqual(
		[],
	);
});
