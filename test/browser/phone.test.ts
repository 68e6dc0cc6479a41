import type { Browser, Page } from 'playwright-core';

import { createSandbox, fillShelf, type Sandbox } from '../../sandbox';
import { startChromium } from '../../tools/services/chromium';
import { progressFor } from '../../tools/services/progress';
import { receive, type Receiver } from '../unit/sandbox/receiver';

const PHONE_WIDTH = 375;

let browser: Browser;
let receiver: Receiver;
let sandbox: Sandbox;
let page: Page;
let problems: string[];

beforeAll(async () => {
	browser = await startChromium(progressFor('browser'));
}, 600_000);
afterAll(async () => await browser?.close(), 60_000);

beforeEach(async () => {
	receiver = await receive((response) => response.writeHead(200).end());
	sandbox = await createSandbox({ notifyUrl: receiver.url });
	fillShelf(sandbox.serverApi.shop);
	page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
	page.setDefaultTimeout(60_000);
	problems = [];
	page.on('pageerror', ({ message }) => problems.push(message));
	page.on('console', (message) => {
		if (message.type() === 'error') problems.push(message.text());
	});
	await page.goto(sandbox.url);
});

afterEach(async () => {
	await page.close();
	await sandbox.stop();
	await receiver.close();
	expect(problems).toEqual([]);
});

const shown = async (text: string | RegExp): Promise<void> =>
	await page.getByText(text).first().waitFor();

test('a buyer buys, is shipped to, and gets the money back', async () => {
	await page.getByRole('button', { name: 'Buy Black cap for ¥50.00' }).click();
	await shown('11 left');
	await shown('200 acknowledged');
	await page.getByRole('tab', { name: /My orders/ }).click();
	await shown('To ship');
	await page.getByRole('button', { name: 'Ship Black cap × 1' }).click();
	await shown(/^Parcel SF SF\d+/);
	await page.getByRole('button', { name: 'Refund Black cap × 1' }).click();
	await shown('Refund ¥50.00: paid back');
	await shown('REFUND.SUCCESS');
	expect(sandbox.refunds()).toMatchObject([{ amount: { refund: 5000 }, status: 'SUCCESS' }]);
	expect(sandbox.serverApi.uploads()).toMatchObject([{ is_all_delivered: true }]);
});

test('a buyer enters where the parcel goes, from a sample or by hand', async () => {
	await page.getByText('Deliver to').click();
	await page.getByLabel('Sample address').selectOption({ index: 1 });
	await page.getByLabel('Street').fill('样品街23号');
	await page.getByLabel('Remark').fill('Ring twice');
	await page.getByRole('button', { name: 'Buy Black cap for ¥50.00' }).click();
	await shown('11 left');
	const [order] = sandbox.mall.orders();
	expect(order).toMatchObject({
		remark: 'Ring twice',
		recipient: { name: '示例买家2', city: '深圳市', street: '样品街23号' },
	});
	await page.getByRole('tab', { name: /My orders/ }).click();
	await shown('To 示例买家2, 深圳市');
});

test('the operator says where the mall asks for stock, and nobody pays without a hold', async () => {
	const refusing = await receive((response) => response.writeHead(409).end('{}'));
	await page.getByLabel(/Production URL of the template hold/).fill(refusing.url);
	await page.getByLabel(/Secret of the credential/).fill(sandbox.mall.secret);
	await page.getByRole('button', { name: 'Use this address for holds' }).click();
	await shown('The mall asks there before each payment.');
	await page.getByRole('button', { name: 'Buy Black cap for ¥50.00' }).click();
	await shown('Black cap is not held: nothing was paid');
	expect(sandbox.payments()).toEqual([]);
	await page.getByLabel(/Production URL of the template hold/).fill('');
	await page.getByRole('button', { name: 'Use this address for holds' }).click();
	await shown('Buyers pay without a hold.');
	await refusing.close();
});

test('a surge sells what there is, and trouble is turned on for it', async () => {
	await page.getByRole('switch', { name: /Notify three times at once/ }).click();
	await page.locator('[aria-checked=true]').waitFor();
	await page
		.getByRole('combobox', { name: 'Product' })
		.selectOption({ label: 'Mug with a dot in its SKU' });
	await page.getByLabel('Buyers').fill('5');
	await page.getByLabel('Within, seconds').fill('0');
	await page.getByRole('button', { name: 'Start the surge' }).click();
	await shown('3 buyers paid; for 2 it was sold out.');
	await shown('Sold out');
	await page.locator('#delivery-rows tr').nth(8).waitFor();
	expect(sandbox.deliveries()).toHaveLength(9);
	expect(await page.getByRole('button', { name: /Buy Mug/ }).isDisabled()).toBe(true);
});

test('the keyboard alone is enough, and keeps its place while the figures change', async () => {
	const buy = page.getByRole('button', { name: 'Buy Red tee, M for ¥99.00' });
	await buy.focus();
	await page.keyboard.press('Enter');
	await shown('39 left');
	const focused = await page.evaluate<string>('document.activeElement.getAttribute("aria-label")');
	expect(focused).toBe('Buy Red tee, M for ¥99.00');
	await page.getByRole('tab', { name: 'Shop', exact: true }).focus();
	await page.keyboard.press('ArrowRight');
	await page.getByRole('button', { name: 'Refund Red tee, M × 1' }).focus();
	await page.keyboard.press('Space');
	await shown('Refund ¥99.00: paid back');
});

test('everything has a name, and a phone shows it without scrolling sideways', async () => {
	await page.getByRole('button', { name: /Buy Red tee, M/ }).click();
	await shown('200 acknowledged');
	const nameless = await page.evaluate<string[]>(`
		[...document.querySelectorAll('button, input, select, a[href]')]
			.filter((one) => !one.textContent.trim() && !one.ariaLabel && !one.labels?.length)
			.map((one) => one.outerHTML)
	`);
	expect(nameless).toEqual([]);
	await page.setViewportSize({ width: PHONE_WIDTH, height: 800 });
	const width = await page.evaluate<number>('document.documentElement.scrollWidth');
	expect(width).toBe(PHONE_WIDTH);
});
