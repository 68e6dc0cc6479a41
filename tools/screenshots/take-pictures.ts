import type { Browser } from 'playwright-core';

import { seededRandom } from '../../sandbox';
import { DEMO_PRODUCTS } from '../demo/payments';
import { startOrderingStack, type OrderingStack } from '../services/ordering-stack';
import { openEditor } from '../services/n8n-editor';
import { pictureNodes } from './nodes';
import { pictureOrders } from './order';
import type { Album } from './picture';
import { pictureTemplates } from './templates';

/** Starts what the pictures show: the demo's goods, and ids that are the same in every run. */
export async function startPicturedStack(): Promise<OrderingStack> {
	const sandbox = { random: seededRandom('screenshots') };
	return await startOrderingStack({ products: DEMO_PRODUCTS, sandbox });
}

/** In which most workflows are shown at their full size. */
const WIDE = { width: 3200, height: 1500 };

/** Takes every picture of the documentation: templates, panels of nodes, a run, and the shop beside its console. */
export async function takePictures(
	album: Album,
	browser: Browser,
	stack: OrderingStack,
): Promise<void> {
	const page = await openEditor(browser, stack.n8n, WIDE);
	await pictureTemplates(album, page, stack);
	await page.setViewportSize({ width: 1600, height: 900 });
	await pictureOrders(album, page, browser, stack);
	await page.setViewportSize({ width: 1280, height: 800 });
	await pictureNodes(album, page, stack);
	await page.context().close();
}
