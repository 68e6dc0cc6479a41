import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';

import { succeededExecution } from '../services/n8n-editor';
import type { OrderingStack } from '../services/ordering-stack';
import { recordedOrders } from '../services/recorded-orders';
import { openOdoo, shootRecord } from './odoo-screens';
import { keep, stillShot, type Album } from './picture';
import { RUN_WINDOW, shootRun } from './run-screen';
import { sceneHtml, type Panel } from './scene';

const MOST_BYTES = 3_000_000;
const SECONDS_A_SCENE = 5;

/** Screens of one order, PNG. */
interface Screens {
	/** The phone before the purchase. */
	browsing: Buffer;
	/** The phone after it. */
	paid: Buffer;
	run: Buffer;
	order: Buffer;
	delivery: Buffer;
}

/** The sandbox's phone, as it is. */
export async function shootPhone(shop: Page): Promise<Buffer> {
	const phone = shop.locator('section.phone');
	return await stillShot('phone', shop, async () => await phone.screenshot({ caret: 'hide' }));
}

/**
 * One order on the phone, in n8n and in Odoo: side by side in a picture, and one after the other in an
 * animation of 30 seconds.
 *
 * @param phone before and after the newest payment, which is the one that is shown
 * @param editor shows the newest execution of the ordering template
 */
export async function pictureStory(
	album: Album,
	phone: Pick<Screens, 'browsing' | 'paid'>,
	editor: Page,
	browser: Browser,
	stack: OrderingStack,
): Promise<void> {
	await editor.setViewportSize(RUN_WINDOW);
	await editor.reload();
	await succeededExecution(editor);
	const run = await stillShot('run', editor, async () => await shootRun(editor));
	const page = await openOdoo(browser, stack.odoo);
	const { order, delivery } = await newestOrder(stack);
	const screens = {
		...{ ...phone, run },
		order: await shootRecord(page, 'sale.order', order),
		delivery: await shootRecord(page, 'stock.picking', delivery),
	};
	await page.setViewportSize({ width: 1600, height: 720 });
	const scene = async (caption: string, panels: Panel[]): Promise<Buffer> => {
		await page.setContent(sceneHtml(caption, panels));
		return await page.screenshot();
	};
	const whole = 'A buyer pays in WeChat. n8n records one order in Odoo and reserves its stock.';
	await keep(album, 'story', await scene(whole, panels(screens, 3)));
	const scenes: Buffer[] = [];
	for (const [caption, shown, over] of SCENES) {
		scenes.push(await scene(caption, panels({ ...screens, ...over(screens) }, shown)));
	}
	await writeFile(join(album.folder, 'story.webp'), await animated(scenes));
	album.taken.set('story.webp', SCENES.map(([caption]) => caption).join('\n'));
	await page.context().close();
}

const unchanged = (): Partial<Screens> => ({});

/** Each scene: its sentence, how many screens it shows, and which of them are others. */
const SCENES: Array<[string, number, (screens: Screens) => Partial<Screens>]> = [
	['A buyer chooses a T-shirt in the mini-program.', 1, ({ browsing }) => ({ paid: browsing })],
	['The buyer pays. WeChat Pay sends a signed notification.', 1, unchanged],
	['n8n verifies the signature, maps the SKU and records the order.', 2, unchanged],
	['Odoo has one order with the amount paid and the address.', 3, unchanged],
	['Its stock is reserved: it can be shipped.', 3, ({ delivery }) => ({ order: delivery })],
	['Only then is WeChat answered. A repeat finds the same order.', 3, unchanged],
];

function panels({ paid, run, order }: Screens, shown: number): Panel[] {
	return [
		{ title: 'WeChat', picture: paid, dim: shown < 1 },
		{ title: 'n8n', picture: run, dim: shown < 2 },
		{ title: 'Odoo', picture: order, dim: shown < 3 },
	];
}

/** Of the newest payment: the database ids of its order and of its delivery. */
async function newestOrder({
	sandbox,
	admin,
}: OrderingStack): Promise<{ order: number; delivery: number }> {
	const newest = sandbox.payments().at(-1)?.transaction_id ?? '';
	const [order] = await recordedOrders(admin, [newest]);
	if (!order) throw new Error('The newest payment has no order in Odoo.');
	const ofOrder = [['sale_id', '=', order.id]];
	const [delivery] = await admin.call<number[]>('stock.picking', 'search', [ofOrder]);
	if (delivery === undefined) throw new Error(`${order.name} has no delivery in Odoo.`);
	return { order: order.id, delivery };
}

async function animated(scenes: Buffer[]): Promise<Buffer> {
	const animation = await sharp(scenes, { join: { animated: true } })
		.resize({ width: 1280 })
		.webp({ quality: 70, delay: scenes.map(() => SECONDS_A_SCENE * 1000), loop: 0 })
		.toBuffer();
	if (animation.length > MOST_BYTES) throw new Error(`story.webp has ${animation.length} bytes.`);
	return animation;
}
