import type { Page } from 'playwright-core';
import sharp from 'sharp';

import { rowsOf, type Span } from './rows';

/** As wide as a page shows it with its text readable; a little more is better than a cut. */
const ROW_WIDTH = 1500;
const WIDEST = 1900;
/** Around nodes and notes: room for the names below and beside a node. */
const MARGIN = 70;
const NAME = 25;
const BETWEEN_ROWS = 30;

/** Everything of the editor but the canvas, and the buttons on it. */
const ONLY_THE_WORKFLOW = `
	body * { visibility: hidden }
	.vue-flow, .vue-flow * { visibility: visible }
	[data-test-id^="execute-workflow-button"], [data-test-id^="execute-workflow-button"] * { visibility: hidden !important }
`;

interface Box extends Span {
	top: number;
	bottom: number;
}

/** A workflow on the canvas and nothing over it; a wide one in rows, from left to right. */
export async function shootCanvas(page: Page): Promise<Buffer> {
	const style = await page.addStyleTag({ content: ONLY_THE_WORKFLOW });
	try {
		const boxes = await page.evaluate<Box[]>(`
			[...document.querySelectorAll('[data-test-id=canvas-node], [data-test-id=sticky]')]
				.map((it) => it.getBoundingClientRect())
				.map(({ left, right, top, bottom }) => ({ left, right, top, bottom }))
		`);
		const whole = {
			left: Math.min(...boxes.map(({ left }) => left)) - MARGIN,
			right: Math.max(...boxes.map(({ right }) => right)) + MARGIN,
		};
		// The name below a node is wider than the node.
		const spans = boxes.map(({ left, right }) => ({ left: left - NAME, right: right + NAME }));
		const height =
			Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
		const width = whole.right - whole.left;
		const rows = width > WIDEST && width > 2 * height ? rowsOf(spans, whole, ROW_WIDTH) : [whole];
		const shots: Buffer[] = [];
		for (const { left, right } of rows) {
			const inRow = boxes.filter((box) => box.right > left && box.left < right);
			const top = Math.max(0, Math.min(...inRow.map((box) => box.top)) - MARGIN / 2);
			const bottom = Math.max(...inRow.map((box) => box.bottom)) + MARGIN;
			const clip = { x: Math.max(0, left), y: top, width: right - left, height: bottom - top };
			shots.push(await page.screenshot({ clip, animations: 'disabled', caret: 'hide' }));
		}
		return await stacked(shots);
	} finally {
		await style.evaluate('(element) => element.remove()');
	}
}

/** Pictures below each other, on white. */
async function stacked(shots: Buffer[]): Promise<Buffer> {
	const sizes = await Promise.all(shots.map(async (shot) => await sharp(shot).metadata()));
	const height = sizes.reduce((sum, size) => sum + size.height + BETWEEN_ROWS, -BETWEEN_ROWS);
	let top = 0;
	const layers = shots.map((input, index) => {
		const layer = { input, left: 0, top };
		top += (sizes[index]?.height ?? 0) + BETWEEN_ROWS;
		return layer;
	});
	const width = Math.max(...sizes.map((size) => size.width));
	return await sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
		.composite(layers)
		.png()
		.toBuffer();
}
