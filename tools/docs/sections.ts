/** One task of a reader: an entry of the navigation, with its pages in the order of reading. */
export interface Section {
	en: string;
	'zh-CN': string;
	/** Its own page, e.g. `set-up` for `docs/set-up.md`. */
	page: string;
	/** Other pages; `nodes/*` is every page of that folder. */
	pages: string[];
}

/** The navigation of the documentation, by what its reader wants to do. */
export const SECTIONS: Section[] = [
	{ en: 'Start here', 'zh-CN': '入门', page: 'start-here', pages: ['which-merchant'] },
	{
		en: 'Set up',
		'zh-CN': '配置',
		page: 'set-up',
		pages: [
			'odoo-setup',
			'merchant-console',
			'wechat-shop',
			'shop-backend',
			'beside-another-channel',
			'credentials',
			'reverse-proxy',
			'sizing',
		],
	},
	{
		en: 'Run',
		'zh-CN': '运行',
		page: 'run',
		pages: ['going-live', 'campaign-day', 'troubleshooting', 'rehearsal'],
	},
	{ en: 'Change', 'zh-CN': '定制', page: 'change', pages: ['agencies'] },
	{
		en: 'Reference',
		'zh-CN': '参考',
		page: 'reference',
		pages: ['items', 'what-is-stored', 'sandbox', 'nodes/*', 'templates/*', 'template-notes'],
	},
	{
		en: 'Why',
		'zh-CN': '设计',
		page: 'why',
		pages: ['architecture', 'performance', 'decisions/*'],
	},
];
