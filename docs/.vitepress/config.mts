import { readFileSync } from 'node:fs';
import { defineConfig, type DefaultTheme } from 'vitepress';

import { headingAnchor } from '../../tools/docs/heading-anchor.js';
import { sidebar, topEntries, type Language } from '../../tools/docs/navigation.js';
import { readPages } from '../../tools/docs/read-pages.js';
import { searchWords } from '../../tools/docs/search-words.js';
import { siteLink } from '../../tools/docs/site-link.js';

const pages = readPages();
const icon = readFileSync('nodes/WechatPay/wechatPay.svg', 'base64');
const themeOf = (language: Language): DefaultTheme.Config => ({
	nav: topEntries(language, pages) as DefaultTheme.NavItemWithLink[],
	sidebar: sidebar(language, pages),
});

export default defineConfig({
	title: 'WeChat and Odoo in n8n',
	description: 'WeChat orders in Odoo, through n8n',
	// Where the site is served from, e.g. `/n8n-nodes-wechat-odoo/` on GitHub's pages.
	base: process.env.DOCS_BASE ?? '/',
	cacheDir: '../node_modules/.cache/vitepress',
	head: [['link', { rel: 'icon', href: `data:image/svg+xml;base64,${icon}` }]],
	lastUpdated: false,
	vite: { logLevel: 'error' },
	markdown: {
		anchor: { slugify: headingAnchor },
		config: (md) => {
			const { code_inline: code, link_open: openLink } = md.renderer.rules;
			md.renderer.rules.code_inline = (tokens, index, options, env, self) => {
				// n8n's expressions have the braces of Vue's.
				tokens[index]?.attrSet('v-pre', '');
				return code?.(tokens, index, options, env, self) ?? '';
			};
			md.renderer.rules.link_open = (tokens, index, options, env, self) => {
				const link = tokens[index]?.attrGet('href');
				if (link) tokens[index]?.attrSet('href', siteLink(env.relativePath, link));
				return (
					openLink?.(tokens, index, options, env, self) ?? self.renderToken(tokens, index, options)
				);
			};
		},
	},
	locales: {
		root: { label: 'English', lang: 'en', themeConfig: themeOf('en') },
		'zh-CN': {
			label: '简体中文',
			lang: 'zh-CN',
			title: 'n8n 中的微信与 Odoo',
			description: '通过 n8n 把微信订单写入 Odoo',
			themeConfig: {
				...themeOf('zh-CN'),
				outline: { label: '本页目录' },
				docFooter: { prev: '上一页', next: '下一页' },
				darkModeSwitchLabel: '主题',
				sidebarMenuLabel: '目录',
				returnToTopLabel: '返回顶部',
				langMenuLabel: '语言',
			},
		},
	},
	themeConfig: {
		socialLinks: [
			{ icon: 'github', link: 'https://github.com/n8n-nodes-wechat-odoo/n8n-nodes-wechat-odoo' },
		],
		outline: [2, 3],
		search: {
			provider: 'local',
			options: {
				miniSearch: { options: { tokenize: searchWords } },
				locales: {
					'zh-CN': {
						translations: {
							button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
							modal: {
								noResultsText: '没有找到结果',
								resetButtonTitle: '清除',
								backButtonTitle: '返回',
								displayDetails: '显示详情',
								footer: { selectText: '选择', navigateText: '切换', closeText: '关闭' },
							},
						},
					},
				},
			},
		},
	},
});
