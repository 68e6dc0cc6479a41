declare module 'upng-js' {
	/** Pixels are RGBA, one byte a channel. */
	export function decode(file: ArrayBuffer): { width: number; height: number; depth: number };
	export function toRGBA8(image: { width: number; height: number }): ArrayBuffer[];
	/** The same pixels in so many colours at most. */
	export function quantize(pixels: ArrayBuffer[], colours: number): { bufs: ArrayBuffer[] };
	/** @param colours how many at most; 0 keeps them all */
	export function encode(
		frames: ArrayBuffer[],
		width: number,
		height: number,
		colours: number,
	): ArrayBuffer;
}
