import { decode, encode, quantize, toRGBA8 } from 'upng-js';

/** The pixels of a PNG, four bytes each. */
export function readPicture(png: Buffer): { width: number; height: number; pixels: Uint32Array } {
	const { buffer, byteOffset, byteLength } = png;
	const file = (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength);
	const image = decode(file);
	const [frame = new ArrayBuffer(0)] = toRGBA8(image);
	return { width: image.width, height: image.height, pixels: new Uint32Array(frame) };
}

/** How often each colour occurs. */
export function coloursOf(pixels: Uint32Array): Map<number, number> {
	const counts = new Map<number, number>();
	for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
	return counts;
}

/** The same PNG with so many colours at most (256 by default), which a screenshot hardly shows and its size does. */
export function withPalette(png: Buffer, colours = 256): Buffer {
	const { width, height, pixels } = readPicture(png);
	const counts = coloursOf(pixels);
	// Grouping all pixels takes seconds; each colour a few times, the more the oftener it occurs, does as well.
	const samples = [...counts].flatMap(([colour, count]) =>
		Array.from({ length: Math.ceil(Math.sqrt(count)) }, () => colour),
	);
	// One more is the transparent one that the encoder always adds.
	const grouped = quantize([Uint32Array.from(samples).buffer], colours - 1).bufs[0];
	const few = new Uint32Array(grouped ?? new ArrayBuffer(0));
	const inPalette = new Map(samples.map((colour, index) => [colour, few[index] ?? colour]));
	const repainted = pixels.map((colour) => inPalette.get(colour) ?? colour);
	return Buffer.from(encode([repainted.buffer as ArrayBuffer], width, height, 0));
}
