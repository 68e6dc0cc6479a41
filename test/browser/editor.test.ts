import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { NodeHelpers, type INode } from 'n8n-workflow';
import type { Browser, Locator, Page } from 'playwright-core';

import { DEMO_PRODUCTS } from '../../scripts/demo-payments';
import { odooFields } from '../../scripts/odoo-fields';
import { startOrderingStack, type OrderingStack } from '../../scripts/ordering-stack';
import { recordedOrders } from '../../scripts/recorded-orders';
import { startChromium } from '../../scripts/services/chromium';
import { newCredential } from '../../scripts/services/n8n-credential-dialog';
import {
	canvasNode,
	closePanel,
	importFromFile,
	newWorkflow,
	openEditor,
	openPanel,
	productionUrl,
	publishWorkflow,
	showWholeCanvas,
	succeededExecution,
} from '../../scripts/services/n8n-editor';
import { waitUntil } from '../../scripts/services/processes';
import { progressFor } from '../../scripts/services/progress';
import type { Template } from '../../scripts/template-check';
import { ownNodes } from '../support/own-nodes';

const root = join(__dirname, '../..');
const workflows = join(root, 'workflows');
const files = readdirSync(workflows).sort();
const templateOf = (file: string): Template =>
	JSON.parse(readFileSync(join(workflows, file), 'utf8')) as Template;

let browser: Browser;
let stack: OrderingStack;
let page: Page;

/** An n8n in which nobody has typed in a credential yet. */
beforeAll(async () => {
	browser = await startChromium(progressFor('browser'));
	stack = await startOrderingStack({ products: DEMO_PRODUCTS });
	for (const credential of Object.values(stack.credentials)) {
		await stack.client.removeCredential(credential);
	}
	page = await openEditor(browser, stack.n8n);
}, 1_800_000);

afterAll(async () => {
	await browser?.close();
	await stack?.stop();
}, 120_000);

test("n8n's list of nodes has every node of the package", async () => {
	await newWorkflow(page);
	await page.getByTestId('canvas-add-button').first().click();
	const list = page.getByTestId('node-creator');
	for (const { displayName, description } of (await ownNodes()).values()) {
		await page.getByTestId('node-creator-search-bar').fill(displayName);
		// n8n shows a trigger together with the other node of its name, by that one's description.
		const name = displayName.replace(/ Trigger$/, '');
		const shown = name === 'WeChat Pay' ? list.getByText(name) : list.getByText(description);
		await shown.first().waitFor();
	}
}, 300_000);

/** Nodes of n8n's own that the templates use and that need a credential. */
const OTHERS = ['n8n-nodes-base.n8n'];

async function nodesWithCredential({ nodes }: Template): Promise<string[]> {
	const own = await ownNodes();
	const needsOne = ({ disabled, ...node }: INode): boolean => {
		const description = own.get(node.type);
		if (disabled || !description) return !disabled && OTHERS.includes(node.type);
		const { properties, credentials = [] } = description;
		const parameters =
			NodeHelpers.getNodeParameters(properties, node.parameters, true, false, node, description) ??
			{};
		return credentials.some((credential) =>
			NodeHelpers.displayParameter(parameters, credential, node, description),
		);
	};
	return nodes.filter(needsOne).map(({ name }) => name);
}

/** First lines of the notes whose text is longer than they are. */
const NOTES_CUT_OFF = `
	[...document.querySelectorAll('[data-test-id=sticky]')]
		.filter((note) => {
			const text = note.querySelector('h2, h3').parentElement.lastElementChild;
			return text.getBoundingClientRect().bottom > note.getBoundingClientRect().bottom;
		})
		.map((note) => note.innerText.split('\\n')[0])
`;

const warnedOf = (): Locator =>
	page.getByTestId('canvas-node').filter({ has: page.getByTestId('node-issues') });

async function warnings(): Promise<string[]> {
	const named: string[] = [];
	for (const node of await warnedOf().all()) {
		named.push((await node.getAttribute('data-node-name')) ?? '');
		await node.getByTestId('node-issues').hover();
		const issues = page.getByTestId('tooltip-content').filter({ hasText: 'Issues:' });
		expect(await issues.innerText()).toMatch(/^Issues:\s+Credentials for .+ are not set\.?\s*$/);
		await page.mouse.move(0, 0);
		await issues.waitFor({ state: 'detached' });
	}
	return named;
}

describe.each(files)('the template %s', (file) => {
	test('is imported with every node known, and asks for credentials alone', async () => {
		const template = templateOf(file);
		await importFromFile(page, join(workflows, file));
		await showWholeCanvas(page);
		const nodes = template.nodes.filter(({ type }) => !type.endsWith('.stickyNote'));
		for (const { name } of nodes) await canvasNode(page, name).waitFor();
		expect(await page.getByTestId('node-not-installed').count()).toBe(0);
		expect(await page.evaluate<string[]>(NOTES_CUT_OFF)).toEqual([]);
		const expected = await nodesWithCredential(template);
		await warnedOf()
			.nth(expected.length - 1)
			.waitFor();
		expect((await warnings()).sort()).toEqual(expected.sort());
	}, 300_000);
});

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
	await importFromFile(page, join(workflows, 'ordering.json'));
	// n8n has chosen the credentials that there are.
	await canvasNode(page, 'Record Refund').waitFor();
	expect(await warnedOf().count()).toBe(0);
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
