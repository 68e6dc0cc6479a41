import { chineseOnlyPages, untranslatedPages } from '../../../../tools/docs/untranslated-pages';

it('makes a Chinese page that leads to an English one, where there is no translation', () => {
	const pages = new Map([
		['run.md', '# Run'],
		['zh-CN/run.md', '# 运行'],
		['nodes/sku-map.md', '# SKU Map\n\nText.'],
	]);
	expect(untranslatedPages(pages)).toEqual([
		{
			params: { page: 'nodes/sku-map' },
			content: '# SKU Map\n\n本页目前只有英文版：[SKU Map](/nodes/sku-map)。\n',
		},
	]);
});

it('makes an English page that leads to one that is in Chinese only', () => {
	const pages = new Map([
		['run.md', '# Run'],
		['zh-CN/run.md', '# 运行'],
		['zh-CN/template-notes.md', '# 模板便签'],
	]);
	expect(chineseOnlyPages(pages)).toEqual([
		{
			params: { page: 'template-notes' },
			content:
				'# Template notes\n\nThis page exists in Chinese only: [template-notes](/zh-CN/template-notes).\n',
		},
	]);
});
