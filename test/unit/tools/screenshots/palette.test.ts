import { decode, encode } from 'upng-js';

import { seededRandom } from '../../../../sandbox';
import { withPalette } from '../../../../tools/screenshots/palette';

const SIDE = 64;

/** A picture of thousands of colours, without transparency. */
function colourful(): Buffer {
	const pixels = new Uint8Array(SIDE * SIDE * 4);
	pixels.set(seededRandom('picture')(pixels.length));
	for (let alpha = 3; alpha < pixels.length; alpha += 4) pixels[alpha] = 255;
	return Buffer.from(encode([pixels.buffer], SIDE, SIDE, 0));
}

test('a picture keeps its size and gets so few colours that its file is smaller', () => {
	const picture = colourful();
	const small = withPalette(picture, 16);
	expect(small.length).toBeLessThan(picture.length);
	const { buffer, byteOffset, length } = small;
	const image = decode((buffer as ArrayBuffer).slice(byteOffset, byteOffset + length));
	expect(image).toMatchObject({ width: SIDE, height: SIDE, depth: 4 });
});
