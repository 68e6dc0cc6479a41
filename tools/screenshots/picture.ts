import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Locator, Page } from 'playwright-core';

import { waitUntil } from '../services/processes';
import { withPalette } from './palette';
import { showUnvarying } from './unvarying';

/** So that a repository full of pictures stays light. */
const MOST_BYTES = 200_000;

/** Pictures in a folder. */
export interface Album {
	folder: string;
	/** The text that each picture taken so far shows, by its file name. */
	taken: Map<string, string>;
}

/**
 * Takes a picture of a window, or of a part of it, in few colours, once nothing in it moves any more.
 *
 * @throws Error when it would be larger than 200 kB
 */
export async function takePicture(
	album: Album,
	name: string,
	page: Page,
	part: Page | Locator = page,
): Promise<void> {
	let shot: Buffer = Buffer.alloc(0);
	await waitUntil(`${name} stands still`, 30_000, async () => {
		const before = shot;
		await showUnvarying(page);
		shot = await part.screenshot({ animations: 'disabled', caret: 'hide' });
		return shot.equals(before);
	});
	const picture = await withPalette(shot);
	if (picture.length > MOST_BYTES) {
		throw new Error(`${name} has ${picture.length} bytes, more than ${MOST_BYTES}`);
	}
	await writeFile(join(album.folder, `${name}.png`), picture);
	album.taken.set(`${name}.png`, await ('goto' in part ? part.locator('body') : part).innerText());
}
