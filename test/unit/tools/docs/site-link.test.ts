import { siteLink } from '../../../../tools/docs/site-link';

const GITHUB = 'https://github.com/n8n-nodes-wechat-odoo/n8n-nodes-wechat-odoo/blob/main/';

it.each([
	['run.md', 'items.md#a-shipment'],
	['nodes/sku-map.md', '../images/palette.png'],
	['run.md', '#every-day'],
	['run.md', 'https://n8n.io'],
])('keeps what the site has: %s → %s', (page, link) => {
	expect(siteLink(page, link)).toBe(link);
});

it.each([
	['run.md', '../CHANGELOG.md', 'CHANGELOG.md'],
	['templates/ordering.md', '../../workflows/ordering.json', 'workflows/ordering.json'],
	['run.md', '../README.md#see-it-run', 'README.md#see-it-run'],
	['shop-backend.md', 'samples/shop-backend.mjs', 'docs/samples/shop-backend.mjs'],
])('shows other files on GitHub: %s → %s', (page, link, file) => {
	expect(siteLink(page, link)).toBe(`${GITHUB}${file}`);
});
