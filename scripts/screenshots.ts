import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { seededRandom } from '../sandbox';
import { DEMO_PRODUCTS } from './demo-payments';
import { startOrderingStack } from './ordering-stack';
import { reasonOf } from './reason';
import { takePictures } from './screenshots/take-pictures';
import { startChromium } from './services/chromium';
import { cleanUp, cleanUpAtExit } from './services/processes';
import { progressFor } from './services/progress';

/** Makes the pictures of the documentation anew, in a real n8n and a real Odoo, into docs/images. */
async function main(): Promise<void> {
	const progress = progressFor('screenshots');
	const browser = await startChromium(progress);
	cleanUpAtExit(async () => await browser.close());
	const stack = await startOrderingStack({
		products: DEMO_PRODUCTS,
		sandbox: { random: seededRandom('screenshots') },
	});
	const folder = join(__dirname, '..', 'docs', 'images');
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	const album = { folder, taken: [] as string[] };
	await takePictures(album, browser, stack);
	progress(`${album.taken.length} pictures in docs/images`);
}

main()
	.catch((error: unknown) => {
		process.stderr.write(`${reasonOf(error)}\n`);
		process.exitCode = 1;
	})
	.finally(() => void cleanUp().then(() => process.exit()));
