import { posix } from 'node:path';

const REPOSITORY = 'https://github.com/n8n-nodes-wechat-odoo/n8n-nodes-wechat-odoo/blob/main/';
const ON_SITE = /\.(md|png|svg|webp|gif|jpg)$/;

/**
 * Where a link of a page leads on the site: files that the site does not contain are shown on GitHub.
 *
 * @param page path from `docs`, e.g. `nodes/sku-map.md`
 */
export function siteLink(page: string, link: string): string {
	if (/^([a-z]+:|#|\/)/.test(link)) return link;
	const [path = '', anchor] = link.split('#');
	const file = posix.join('docs', posix.dirname(page), path);
	if (file.startsWith('docs/') && ON_SITE.test(file)) return link;
	return `${REPOSITORY}${file}${anchor === undefined ? '' : `#${anchor}`}`;
}
