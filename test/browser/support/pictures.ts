import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Browser } from 'playwright-core';

import type { OrderingStack } from '../../../tools/services/ordering-stack';
import { checkAlbum } from '../../../tools/screenshots/check-album';
import { coloursOf, readPicture } from '../../../tools/screenshots/palette';
import type { Album } from '../../../tools/screenshots/picture';
import { picturesAreCurrent } from '../../../tools/screenshots/sources';
import { takePictures } from '../../../tools/screenshots/take-pictures';

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

/**
 * Takes the pictures of the documentation into a folder that goes, and compares them with those that the
 * pages show. Where nothing that they show has changed since they were taken, only that is compared.
 */
export function describePictures(open: () => { browser: Browser; stack: OrderingStack }): void {
	describe('the pictures of the documentation', () => {
		const shown = shownOnPages();
		const album: Album = { folder: '', taken: new Map() };
		let current = false;
		beforeAll(async () => {
			current = await picturesAreCurrent(shown);
			if (current) return;
			album.folder = await mkdtemp(join(tmpdir(), 'wechat-odoo-pictures-'));
			const { browser, stack } = open();
			await takePictures(album, browser, stack);
		}, 1_200_000);
		afterAll(async () => {
			if (album.folder) await rm(album.folder, { recursive: true, force: true });
		});

		test('are those that the pages show, and no other', async () => {
			const kept = (await readdir(images)).filter((name) => /\.(png|webp)$/.test(name));
			expect(kept.sort()).toEqual(shown);
			if (current) return;
			expect([...album.taken.keys()].sort()).toEqual(shown);
		});

		test('show the templates, the runs and the shop as they are', async () => {
			expect(current ? [] : await checkAlbum(album)).toEqual([]);
		});

		test.each(shown)('%s is as large and as full as the one that is shown', async (file) => {
			const page = await measure(join(images, file));
			const taken = current ? page : await measure(join(album.folder, file));
			expect(page.drawn).toBeGreaterThan(0);
			// Another machine's fonts move things by a few pixels.
			expect(Math.abs(taken.width - page.width)).toBeLessThan(20);
			expect(Math.abs(taken.height - page.height)).toBeLessThan(20);
			expect(taken.drawn / page.drawn).toBeGreaterThan(0.6);
			expect(taken.drawn / page.drawn).toBeLessThan(1.6);
		});
	});
}
