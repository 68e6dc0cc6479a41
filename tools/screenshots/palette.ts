import sharp from 'sharp';

/** The pixels of a PNG, four bytes each. */
export async function readPicture(
	png: Buffer,
): Promise<{ width: number; height: number; pixels: Uint32Array }> {
	const image = sharp(png).ensureAlpha().raw();
	const { data, info } = await image.toBuffer({ resolveWithObject: true });
	const pixels = new Uint32Array(data.buffer, data.byteOffset, data.length / 4);
	return { width: info.width, height: info.height, pixels };
}

/** How often each colour occurs. */
export function coloursOf(pixels: Uint32Array): Map<number, number> {
	const counts = new Map<number, number>();
	for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
	return counts;
}

/** The same PNG with at most that many colours: hardly visible in a screenshot, and much smaller. */
export const withPalette = async (png: Buffer, colours = 256): Promise<Buffer> =>
	await sharp(png).png({ palette: true, colours, dither: 0, effort: 10 }).toBuffer();
