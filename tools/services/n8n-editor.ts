import { selectors, type Browser, type Locator, type Page } from 'playwright-core';

import type { N8nServer } from './n8n';
import { waitUntil } from './processes';

/** The longest that a slow machine takes for one step in the editor. */
const PATIENCE_MS = 60_000;

/** How n8n marks what its own tests look for. */
selectors.setTestIdAttribute('data-test-id');

/** Opens n8n in a browser window of its own and signs in as its owner. */
export async function openEditor(
	browser: Browser,
	{ url, owner }: Pick<N8nServer, 'url' | 'owner'>,
	viewport = { width: 1280, height: 800 },
): Promise<Page> {
	const context = await browser.newContext({ viewport, baseURL: url, locale: 'en-GB' });
	const page = await context.newPage();
	page.setDefaultTimeout(PATIENCE_MS);
	await page.goto('/signin');
	await page.getByTestId('emailOrLdapLoginId').locator('input').fill(owner.email);
	await page.getByTestId('password').locator('input').fill(owner.password);
	await page.getByTestId('form-submit-button').click();
	await page.waitForURL(({ pathname }) => !pathname.startsWith('/signin'));
	return page;
}

/** A node on the canvas by its name. */
export const canvasNode = (page: Page, name: string): Locator =>
	page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);

/** Opens a new workflow and imports a file into it, as **⋯ → Import from file** does. */
export async function importFromFile(page: Page, file: string): Promise<void> {
	await newWorkflow(page);
	await page.getByTestId('workflow-import-input').setInputFiles(file);
	await page.getByTestId('canvas-node').first().waitFor();
}

export async function newWorkflow(page: Page): Promise<void> {
	const before = page.url();
	await goTo(page, '/workflow/new', ({ href }) => href !== before && href.endsWith('?new=true'));
	await page.getByTestId('canvas-add-button').first().waitFor();
}

/** Opens a workflow of which these nodes are known. */
export async function openWorkflow(page: Page, id: string, nodes: string[]): Promise<void> {
	await goTo(page, `/workflow/${id}`, ({ pathname }) => pathname === `/workflow/${id}`);
	for (const name of nodes) await canvasNode(page, name).waitFor();
}

/** Goes to a page of n8n as a click on a link does: loading the editor anew takes many times as long. */
async function goTo(page: Page, path: string, isThere: (url: URL) => boolean): Promise<void> {
	const router = "document.querySelector('#app').__vue_app__.config.globalProperties.$router";
	const leave = page.getByRole('button', { name: 'Leave without saving' });
	// An editor that has only just been loaded goes to its first page afterwards.
	await waitUntil(`n8n shows ${path}`, PATIENCE_MS, async () => {
		// Not waited for: n8n first asks about a workflow that it has not yet saved by itself.
		await page.evaluate(`void ${router}.push(${JSON.stringify(path)})`);
		const asked = leave.click({ timeout: 5000 }).catch(() => undefined);
		await Promise.race([page.waitForURL(isThere), asked]);
		await page.waitForURL(isThere, { timeout: 5000 });
		return true;
	});
}

/** Zooms until the whole workflow fills the window. */
export async function showWholeCanvas(page: Page): Promise<void> {
	await page.getByTestId('canvas-node').first().waitFor();
	await page.getByTestId('zoom-to-fit').click();
}

/** Opens a node's panel and waits until its parameters are there. */
export async function openPanel(page: Page, name: string): Promise<void> {
	await canvasNode(page, name).dblclick();
	await page.getByTestId('node-parameters').waitFor();
}

export async function closePanel(page: Page): Promise<void> {
	await page.getByTestId('ndv-close-button').click();
	await page.getByTestId('node-parameters').waitFor({ state: 'detached' });
}

/** The address that a trigger's open panel shows as its **Production URL**. */
export async function productionUrl(page: Page): Promise<string> {
	await page.getByText('Webhook URLs').click();
	await page.getByRole('radio', { name: 'Production URL' }).click();
	return (await page.getByText(/^https?:\/\/\S+\/webhook\/\S+$/).innerText()).trim();
}

/** Presses **Publish** and waits until n8n says that it is done. */
export async function publishWorkflow(page: Page): Promise<void> {
	await page.getByTestId('workflow-open-publish-modal-button').click();
	await page.getByTestId('workflow-publish-button').click();
	await page.getByRole('button', { name: 'Got it' }).click();
}

/** Opens the list of executions and waits until the first of them has succeeded. */
export async function succeededExecution(page: Page): Promise<void> {
	await page.getByRole('radio', { name: 'Executions' }).click();
	await page.locator('[data-test-execution-status="success"]').first().waitFor();
}
