import type { Browser, Page } from 'playwright-core';

import { buyInMall, demoPayments } from '../demo/payments';
import { fillShelfFromOdoo, odooOrderReader } from '../demo/shop';
import { askingTheMall } from '../services/mall-template';
import { slipUrl, webSession } from '../services/odoo-web';
import { publishTemplate, readTemplate, type OrderingStack } from '../services/ordering-stack';
import { succeededExecution } from '../services/n8n-editor';
import { pictureMoney } from './money';
import { takePicture, type Album } from './picture';
import { setUpMoney } from './sample-money';
import { pictureStory, shootPhone } from './story';

/**
 * A day of ten payments: a run in the editor, Odoo's delivery slip, ledger and campaigns, the shop on a phone
 * beside its console, and one order on its way through all of them.
 */
export async function pictureOrders(
	album: Album,
	page: Page,
	browser: Browser,
	stack: OrderingStack,
): Promise<void> {
	const template = askingTheMall(await readTemplate('ordering.json'));
	const { id, notifyUrl } = await publishTemplate(stack, template);
	const { sandbox } = stack;
	const { phone, serverApi } = sandbox;
	phone.notifyUrl = notifyUrl;
	phone.readOdooOrders = odooOrderReader(stack.odoo, stack.admin);
	await setUpMoney(stack.odoo);
	const payments = demoPayments().map((order, index) => buyInMall(sandbox, order, index));
	for (const payment of payments) await sandbox.notify(payment, { url: notifyUrl, maxResends: 0 });
	await page.goto(`/workflow/${id}/executions`);
	await succeededExecution(page);
	await takePicture(album, 'order-run', page);

	await pictureSlip(album, browser, stack);
	await pictureMoney(album, browser, stack, payments);

	await fillShelfFromOdoo(serverApi.shop, stack.admin);
	const shop = await browser.newPage({ viewport: { width: 1280, height: 800 } });
	shop.setDefaultTimeout(90_000);
	await shop.goto(`${sandbox.url}/phone/`);
	await shop.getByRole('button', { name: /^Buy Red tee, M/ }).waitFor();
	const browsing = await shootPhone(shop);
	await shop.getByRole('button', { name: /^Buy Red tee, M/ }).click();
	await shop.locator('#odoo-rows tr').nth(demoPayments().length).waitFor();
	await takePicture(album, 'phone', shop);
	await shop.getByRole('tab', { name: /My orders/ }).click();
	const paid = await shootPhone(shop);
	await pictureStory(album, { browsing, paid }, page, browser, stack);
	await shop.close();
}

/** Odoo's delivery slip of the newest order. */
async function pictureSlip(album: Album, browser: Browser, stack: OrderingStack): Promise<void> {
	const domain = [['origin', '!=', false]];
	const newest = { order: 'id desc', limit: 1 };
	const [transfer = 0] = await stack.admin.call<number[]>(
		'stock.picking',
		'search',
		[domain],
		newest,
	);
	const slip = await browser.newPage({ viewport: { width: 900, height: 700 } });
	const cookies = (await webSession(stack.odoo)).map((cookie) => {
		const [name = '', value = ''] = cookie.split('=');
		return { name, value, url: stack.odoo.url };
	});
	await slip.context().addCookies(cookies);
	await slip.goto(slipUrl(stack.odoo, transfer));
	await takePicture(album, 'delivery-slip', slip);
	await slip.close();
}
