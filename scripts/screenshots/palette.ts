import { decode, encode, toRGBA8 } from 'upng-js';

const exactly = ({ buffer, byteOffset, byteLength }: Buffer): ArrayBuffer =>
	(buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength);

/** The same PNG with so many colours at most (256 by default), which a screenshot hardly shows and its size does. */
export function withPalette(png: Buffer, colours = 256): Buffer {
	const image = decode(exactly(png));
	return Buffer.from(encode(toRGBA8(image), image.width, image.height, colours));
}
