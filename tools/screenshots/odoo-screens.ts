import type { Browser, Page } from 'playwright-core';

import type { OdooServer } from '../services/odoo-server';
import { webSession } from '../services/odoo-web';
import { stillShot } from './picture';

/** The first page of a new database builds the web client, which takes a busy machine minutes. */
const PATIENCE_MS = 240_000;

/** Opens a window for Odoo, signed in as its administrator. */
export async function openOdoo(browser: Browser, odoo: OdooServer): Promise<Page> {
	const context = await browser.newContext({
		viewport: { width: 1100, height: 860 },
		baseURL: odoo.url,
	});
	const cookies = (await webSession(odoo)).map((cookie) => {
		const [name = '', value = ''] = cookie.split('=');
		return { name, value, url: odoo.url };
	});
	await context.addCookies(cookies);
	const page = await context.newPage();
	page.setDefaultTimeout(PATIENCE_MS);
	return page;
}

/** The form of a record. */
export async function shootRecord(page: Page, model: string, id: number): Promise<Buffer> {
	await page.goto(`/odoo/m-${model}/${id}`);
	await page.locator('.o_form_view .o_form_sheet').first().waitFor();
	const shoot = async () => await page.screenshot({ animations: 'disabled', caret: 'hide' });
	return await stillShot(model, page, shoot);
}

/** Applies a filter that Odoo lists under Favorites. */
export async function applyFavorite(page: Page, name: string): Promise<void> {
	await page.locator('.o_searchview_dropdown_toggler').first().click();
	await page.locator('.o_favorite_menu').getByText(name, { exact: true }).click();
	await page.locator('.o_searchview_dropdown_toggler').first().click();
	await page.locator('.o_searchview_facet', { hasText: name }).waitFor();
}
