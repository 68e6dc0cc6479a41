import { join } from 'node:path';

import type { Browser, Page } from 'playwright-core';

import { odooFields } from '../../tools/services/odoo-fields';
import type { OrderingStack } from '../../tools/services/ordering-stack';
import { recordedOrders } from '../../tools/services/recorded-orders';
import { startPicturedStack } from '../../tools/screenshots/take-pictures';
import { startChromium } from '../../tools/services/chromium';
import { newCredential } from '../../tools/services/n8n-credential-dialog';
import {
	canvasNode,
	closePanel,
	importFromFile,
	newWorkflow,
	openEditor,
	openPanel,
	productionUrl,
	publishWorkflow,
	succeededExecution,
} from '../../tools/services/n8n-editor';
import { waitUntil } from '../../tools/services/processes';
import { progressFor } from '../../tools/services/progress';
import { ownNodes } from '../support/own-nodes';
import { describeImportedTemplates, warningNodes } from './support/imported-templates';
import { describePictures } from './support/pictures';

/** What people search for, and nodes that they have to find. */
const FOUND_BY = {
	'wechat order': ['WeChat Order Status', 'Odoo Sale', 'WeChat Shop'],
	微信支付: ['WeChat Pay', 'Odoo Sale'],
	微信小店: ['WeChat Shop', 'WeChat Stock'],
};

let browser: Browser;
let stack: OrderingStack;

beforeAll(async () => {
	browser = await startChromium(progressFor('browser'));
	stack = await startPicturedStack();
}, 1_800_000);

afterAll(async () => {
	await browser?.close();
	await stack?.stop();
}, 120_000);

describePictures(() => ({ browser, stack }));

describe('an n8n in which nobody has typed in a credential yet', () => {
	let page: Page;
	beforeAll(async () => {
		for (const credential of Object.values(stack.credentials)) {
			await stack.client.removeCredential(credential);
		}
		page = await openEditor(browser, stack.n8n);
	}, 300_000);

	test("n8n's list of nodes has every node of the package", async () => {
		await newWorkflow(page);
		await page.getByTestId('canvas-add-button').first().click();
		const list = page.getByTestId('node-creator');
		for (const { displayName, description } of (await ownNodes()).values()) {
			await page.getByTestId('node-creator-search-bar').fill(displayName);
			// n8n shows a trigger together with the other node of its name, by that one's description.
			const name = displayName.replace(/ Trigger$/, '');
			const isPair = ['WeChat Pay', 'WeChat Shop'].includes(name);
			const shown = isPair ? list.getByText(name) : list.getByText(description);
			await shown.first().waitFor();
		}
		for (const [words, names] of Object.entries(FOUND_BY)) {
			await page.getByTestId('node-creator-search-bar').fill(words);
			for (const name of names) await list.getByText(name, { exact: true }).first().waitFor();
		}
	}, 300_000);

	describeImportedTemplates(() => page);

	test('credentials are typed in and tested: a wrong key is named, the right ones pass', async () => {
		const { mchid, merchantSerial, privateKey, apiV3Key, verificationKeys, baseUrl } =
			stack.sandbox.credential;
		const wechatPay = await newCredential(page, 'WeChat Pay API');
		await wechatPay.choose('region', 'Sandbox of This Package');
		await wechatPay.fill({ baseUrl, mchid, merchantSerial, privateKey, verificationKeys });
		await wechatPay.fill({ apiV3Key: apiV3Key.slice(1) });
		expect(await wechatPay.save()).toContain('APIv3 Key');
		await wechatPay.fill({ apiV3Key });
		expect(await wechatPay.save()).toBe('');
		const { url = '', database = '', username = '', apiKey = '' } = odooFields(stack.odoo);
		const odoo = await newCredential(page, 'Odoo for WeChat API');
		await odoo.fill({ url, database, username, apiKey });
		expect(await odoo.save()).toBe('');
	}, 300_000);

	test('a payment runs through the imported ordering template, and the editor shows it', async () => {
		// Away from the credential that is still open.
		await page.goto('/home/workflows');
		await importFromFile(page, join(__dirname, '../../workflows/ordering.json'));
		// n8n has chosen the credentials that there are.
		await canvasNode(page, 'Record Refund').waitFor();
		expect(await warningNodes(page).count()).toBe(0);
		await openPanel(page, 'WeChat Pay Trigger');
		const url = await productionUrl(page);
		await closePanel(page);
		await publishWorkflow(page);
		const payment = stack.sandbox.pay({ total: 14900, attach: 'TEE-RED-M@9900,CAP-BLK@5000' });
		// The editor says "published" before the address answers; WeChat sends again.
		await waitUntil('n8n answers at the production URL', 60_000, async () => {
			return (await stack.sandbox.notify(payment, { url, maxResends: 0 })).acknowledged;
		});
		await succeededExecution(page);
		const orders = await recordedOrders(stack.admin, [payment.transaction_id]);
		expect(orders).toMatchObject([{ state: 'sale', amount_total: 149, ordered: 2, reserved: 2 }]);
	}, 300_000);
});
