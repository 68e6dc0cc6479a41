import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Browser } from 'playwright-core';

import { demoPayments } from '../../../tools/demo/payments';
import type { OrderingStack } from '../../../tools/services/ordering-stack';
import { coloursOf, readPicture } from '../../../tools/screenshots/palette';
import type { Album } from '../../../tools/screenshots/picture';
import { takePictures } from '../../../tools/screenshots/take-pictures';
import type { Template } from '../../../tools/package/template-check';

const root = join(__dirname, '../../..');
const images = join(root, 'docs/images');

/** Names of the pictures that the documentation shows. */
function shownOnPages(): string[] {
	const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' });
	const pages = ['README.md', 'README.zh-CN.md', ...docs.map((file) => join('docs', file))];
	const shown = pages
		.filter((page) => page.endsWith('.md'))
		.flatMap((page) => [
			...readFileSync(join(root, page), 'utf8').matchAll(/!\[[^\]]*\]\([^)]*images\/([^)]+)\)/g),
		]);
	return [...new Set(shown.map(([, name = '']) => name))].sort();
}

/** How large a picture is, and how much of it is not background. */
async function measure(file: string): Promise<{ width: number; height: number; drawn: number }> {
	const { width, height, pixels } = await readPicture(await readFile(file));
	const background = Math.max(...coloursOf(pixels).values());
	return { width, height, drawn: 1 - background / pixels.length };
}

/** Takes every picture of the documentation anew, into a folder that goes, and looks at what it shows. */
export function describePictures(open: () => { browser: Browser; stack: OrderingStack }): void {
	describe('the pictures of the documentation', () => {
		const album: Album = { folder: '', taken: new Map() };
		beforeAll(async () => {
			album.folder = await mkdtemp(join(tmpdir(), 'wechat-odoo-pictures-'));
			const { browser, stack } = open();
			await takePictures(album, browser, stack);
		}, 1_200_000);
		afterAll(async () => await rm(album.folder, { recursive: true, force: true }));

		const text = (file: string): string => album.taken.get(`${file}.png`) ?? '';

		test('are those that the pages show, and no other', async () => {
			expect([...album.taken.keys()].sort()).toEqual(shownOnPages());
			expect((await readdir(album.folder)).sort()).toEqual(shownOnPages());
		});

		test.each(shownOnPages())(
			'%s is as large and as full as the one that is shown',
			async (file) => {
				const shown = await measure(join(images, file));
				const taken = await measure(join(album.folder, file));
				// Another machine's fonts move things by a few pixels.
				expect(Math.abs(taken.width - shown.width)).toBeLessThan(20);
				expect(Math.abs(taken.height - shown.height)).toBeLessThan(20);
				expect(taken.drawn / shown.drawn).toBeGreaterThan(0.6);
				expect(taken.drawn / shown.drawn).toBeLessThan(1.6);
			},
		);

		test.each(readdirSync(join(root, 'workflows')))('%s is shown with all its nodes', (file) => {
			const template = readFileSync(join(root, 'workflows', file), 'utf8');
			const { nodes } = JSON.parse(template) as Template;
			const named = nodes.filter(({ type }) => !type.endsWith('.stickyNote'));
			const shown = text(`template-${file.replace('.json', '')}`);
			expect(named.filter(({ name }) => !shown.includes(name))).toEqual([]);
		});

		test("a day's runs are shown, every one of them succeeded", () => {
			const succeeded = text('order-run').match(/^Succeeded/gm);
			// One line each in the list, and one over the run that is open.
			expect(succeeded).toHaveLength(demoPayments().length + 1);
		});

		test('the shop is shown with what Odoo made of every payment', () => {
			const paid = demoPayments().length + 1;
			expect(text('phone')).toContain(`My orders (${paid})`);
			expect(text('phone')).toContain(`${paid} of ${paid}`);
			expect(text('phone').match(/\bS\d{5}\b/g)).toHaveLength(paid);
		});
	});
}
