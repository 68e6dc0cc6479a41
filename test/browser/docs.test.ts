import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

import { startChromium } from '../../tools/services/chromium';
import { runToEnd } from '../../tools/services/processes';
import { progressFor } from '../../tools/services/progress';

const root = join(__dirname, '../..');
const site = join(root, 'docs/.vitepress/dist');
const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.svg': 'image/svg+xml',
};

let browser: Browser;
let server: Server;
let address: string;
let page: Page;
let problems: string[];

beforeAll(async () => {
	await runToEnd(join(root, 'node_modules/.bin/tsx'), ['tools/docs/main.ts'], { cwd: root });
	server = createServer(({ url = '/' }, response) => {
		const path = decodeURIComponent(new URL(url, 'http://site').pathname);
		const file = join(site, path.endsWith('/') ? `${path}index.html` : path);
		readFile(file).then(
			(body) =>
				response
					.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
					.end(body),
			() => response.writeHead(404).end(),
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	browser = await startChromium(progressFor('browser'));
}, 600_000);

afterAll(async () => {
	await browser?.close();
	server?.close();
}, 60_000);

beforeEach(async () => {
	page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
	page.setDefaultTimeout(60_000);
	problems = [];
	page.on('pageerror', ({ message }) => problems.push(message));
	page.on('console', (message) => {
		if (message.type() === 'error') problems.push(message.text());
	});
});

afterEach(async () => {
	await page.close();
	expect(problems).toEqual([]);
});

/** Types into the search of the site and opens the result of this address. */
async function search(button: string, words: string, result: RegExp): Promise<void> {
	await page.getByRole('button', { name: button }).first().click();
	await page.locator('#localsearch-input').fill(words);
	await page.locator(`a.result[href*="${result.source}"]`).first().click();
	await page.waitForURL(result);
}

test('the English pages are found by an error code and by a task', async () => {
	await page.goto(`${address}/`);
	await page.getByRole('link', { name: 'Start here', exact: true }).first().click();
	await page.getByRole('heading', { name: 'Start here', level: 1 }).waitFor();
	await search('Search', 'ODOO_LOGIN_REFUSED', /troubleshooting/);
	await page.getByRole('heading', { name: 'Troubleshooting', level: 1 }).waitFor();
});

test('the Chinese pages are found by Chinese words', async () => {
	await page.goto(`${address}/zh-CN/`);
	await page.getByRole('link', { name: '入门', exact: true }).first().click();
	await page.getByRole('heading', { name: '入门', level: 1 }).waitFor();
	await search('搜索', '微信支付公钥', /zh-CN\/merchant-console/);
	await page.getByRole('heading', { level: 1 }).filter({ hasText: '微信' }).waitFor();
});

test('another language of the same page is one click away, and none is missing', async () => {
	await page.goto(`${address}/run.html`);
	await page.getByRole('button', { name: 'Change language' }).first().hover();
	await page.getByRole('link', { name: '简体中文' }).first().click();
	await page.waitForURL(/zh-CN\/run/);
	await page.goto(`${address}/zh-CN/nodes/sku-map.html`);
	await page.getByRole('main').getByRole('link', { name: 'SKU Map', exact: true }).click();
	await page.waitForURL(`${address}/nodes/sku-map.html`);
});
