import type { Browser, Page } from 'playwright-core';

import { LEDGER_MODEL } from '../../lib/settlement/odoo/ledger-model';
import type { Payment } from '../../sandbox';
import type { OrderingStack } from '../services/ordering-stack';
import { applyFavorite, openOdoo } from './odoo-screens';
import { takePicture, type Album } from './picture';
import { recordSampleMoney } from './sample-money';

/** Odoo's screens of the money: the ledger grouped by order, and the orders by campaign as a pivot. */
export async function pictureMoney(
	album: Album,
	browser: Browser,
	{ odoo, admin }: OrderingStack,
	payments: Payment[],
): Promise<void> {
	await recordSampleMoney(odoo, payments);
	const page = await openOdoo(browser, odoo);
	await page.setViewportSize({ width: 1500, height: 560 });
	const ofLedger = [['res_model', '=', LEDGER_MODEL.model]];
	const [ledger] = await admin.call<number[]>('ir.actions.act_window', 'search', [ofLedger]);
	await page.goto(`/odoo/action-${ledger}`);
	await page.locator('.o_list_view .o_data_row').nth(payments.length).waitFor();
	await page.locator('.o_list_view th[data-name="x_order_id"]').click();
	await page.locator('.o_list_view .o_data_row', { hasText: 'S00001' }).first().waitFor();
	await takePicture(album, 'odoo-ledger', page);

	await page.setViewportSize({ width: 1280, height: 640 });
	await page.goto('/odoo/action-sale.action_orders?view_type=pivot');
	await page.locator('.o_pivot_view table').waitFor();
	await applyFavorite(page, 'WeChat Campaigns');
	await opened(page);
	await takePicture(album, 'odoo-campaigns', page);
	await page.context().close();
}

/** Waits until the pivot shows a row for a campaign. */
async function opened(page: Page): Promise<void> {
	await page.locator('.o_pivot_view tbody', { hasText: 'LIVE-EVENING' }).waitFor();
}
