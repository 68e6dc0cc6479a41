import sharp from 'sharp';

import { seededRandom } from '../../../../sandbox';
import { withPalette } from '../../../../tools/screenshots/palette';

const SIDE = 64;
/** Where a PNG's header has its bits per pixel. */
const DEPTH_AT = 24;

/** A picture of thousands of colours, without transparency. */
const colourful = async (): Promise<Buffer> =>
	await sharp(seededRandom('picture')(SIDE * SIDE * 3), {
		raw: { width: SIDE, height: SIDE, channels: 3 },
	})
		.png()
		.toBuffer();

test('a picture keeps its size and gets so few colours that its file is smaller', async () => {
	const picture = await colourful();
	const small = await withPalette(picture, 16);
	expect(small.length).toBeLessThan(picture.length);
	expect(await sharp(small).metadata()).toMatchObject({ width: SIDE, height: SIDE });
	expect(small.readUInt8(DEPTH_AT)).toBe(4);
});
