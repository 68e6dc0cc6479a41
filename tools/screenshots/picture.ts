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
	const shot = await stillShot(
		name,
		page,
		async () => await part.screenshot({ animations: 'disabled', caret: 'hide' }),
	);
	await keep(album, name, shot, 'goto' in part ? part.locator('body') : part);
}

/** What a part of a page shows once nothing in it moves any more. */
export async function stillShot(
	name: string,
	page: Page,
	shoot: () => Promise<Buffer>,
): Promise<Buffer> {
	let shot: Buffer = Buffer.alloc(0);
	await waitUntil(`${name} stops moving`, 90_000, async () => {
		const before = shot;
		await showUnvarying(page);
		shot = await shoot();
		return shot.equals(before);
	});
	return shot;
}

/** Puts a picture into the album, with the text that it shows. */
export async function keep(
	album: Album,
	name: string,
	shot: Buffer,
	...parts: Locator[]
): Promise<void> {
	const picture = await withPalette(shot);
	if (picture.length > MOST_BYTES) {
		throw new Error(`${name} has ${picture.length} bytes, more than ${MOST_BYTES}`);
	}
	await writeFile(join(album.folder, `${name}.png`), picture);
	const texts = await Promise.all(parts.map(async (part) => await part.innerText()));
	album.taken.set(`${name}.png`, texts.join('\n'));
}
