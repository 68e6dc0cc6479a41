import type { Page } from 'playwright-core';

import { canvasNode } from '../services/n8n-editor';

/** The way of a payment through the ordering template. */
const ON_THE_WAY = [
	'WeChat Pay Trigger',
	'SKU Map',
	'Record Paid Order',
	'Acknowledge Notification',
];

/** In which the template is shown nearly at its full size. */
export const RUN_WINDOW = { width: 2000, height: 1250 };

/** Of the width: with the notes above, and the branches that a payment can take below. */
const TALL = 0.93;

/** Of an execution that is open, the nodes that a payment passes. */
export async function shootRun(page: Page): Promise<Buffer> {
	const boxes = [];
	for (const name of ON_THE_WAY) {
		const box = await canvasNode(page, name).boundingBox();
		if (!box) throw new Error(`The execution does not show ${name}.`);
		boxes.push(box);
	}
	const x = Math.min(...boxes.map((box) => box.x)) - 60;
	const y = Math.min(...boxes.map((box) => box.y)) - 150;
	const width = Math.max(...boxes.map((box) => box.x + box.width)) + 70 - x;
	const height = width * TALL;
	return await page.screenshot({ clip: { x, y, width, height }, animations: 'disabled' });
}
