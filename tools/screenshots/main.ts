import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { reasonOf } from '../services/reason';
import { checkAlbum } from './check-album';
import type { Album } from './picture';
import { recordSources } from './sources';
import { startPicturedStack, takePictures } from './take-pictures';
import { startChromium } from '../services/chromium';
import { cleanUp, cleanUpAtExit } from '../services/processes';
import { progressFor } from '../services/progress';

/** Takes the pictures of the documentation again, in a real n8n and a real Odoo, into docs/images. */
async function main(): Promise<void> {
	const progress = progressFor('screenshots');
	const browser = await startChromium(progress);
	cleanUpAtExit(async () => await browser.close());
	const stack = await startPicturedStack();
	const folder = join(__dirname, '..', '..', 'docs', 'images');
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	const album: Album = { folder, taken: new Map() };
	await takePictures(album, browser, stack);
	const problems = await checkAlbum(album);
	if (problems.length > 0) throw new Error(problems.join('\n'));
	await recordSources([...album.taken.keys()].sort());
	progress(`${album.taken.size} pictures in docs/images`);
}

main()
	.catch((error: unknown) => {
		process.stderr.write(`${reasonOf(error)}\n`);
		process.exitCode = 1;
	})
	.finally(() => void cleanUp().then(() => process.exit()));
