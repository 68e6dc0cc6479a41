import type { Browser, Page } from 'playwright-core';

import { demoPayments } from '../demo/payments';
import { fillShelfFromOdoo, odooOrderReader } from '../demo/shop';
import { publishTemplate, readTemplate, type OrderingStack } from '../services/ordering-stack';
import { succeededExecution } from '../services/n8n-editor';
import { takePicture, type Album } from './picture';

/** A day of ten payments: a run in the editor, and the shop on a phone beside its console. */
export async function pictureOrders(
	album: Album,
	page: Page,
	browser: Browser,
	stack: OrderingStack,
): Promise<void> {
	const { id, notifyUrl } = await publishTemplate(stack, await readTemplate('ordering.json'));
	const { sandbox } = stack;
	const { phone, serverApi } = sandbox;
	phone.notifyUrl = notifyUrl;
	phone.readOdooOrders = odooOrderReader(stack.odoo, stack.admin);
	for (const order of demoPayments()) {
		await sandbox.notify(sandbox.pay(order), { url: notifyUrl, maxResends: 0 });
	}
	await page.goto(`/workflow/${id}/executions`);
	await succeededExecution(page);
	await takePicture(album, 'order-run', page);

	await fillShelfFromOdoo(serverApi.shop, stack.admin);
	const shop = await browser.newPage({ viewport: { width: 1280, height: 800 } });
	shop.setDefaultTimeout(90_000);
	await shop.goto(`${sandbox.url}/phone/`);
	await shop.getByRole('button', { name: /^Buy Red tee, M/ }).click();
	await shop.locator('#odoo-rows tr').nth(demoPayments().length).waitFor();
	await takePicture(album, 'phone', shop);
	await shop.close();
}
