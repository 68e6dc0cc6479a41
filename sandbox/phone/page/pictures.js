const SVG = 'http://www.w3.org/2000/svg';

/** Outlines on a grid of 24, by a word of the product's name. */
const OUTLINES = {
	tee: 'M8 3 3 6l2 5 2-1v11h10V10l2 1 2-5-5-3a4 4 0 0 1-8 0Z',
	cap: 'M3 16a9 9 0 0 1 18-1M3 16h18c1.500 0 2 2-1 2H4c-1 0-1-2-1-2Zm9-10V4',
	mug: 'M5 6h11v12a3 3 0 0 1-3 3H8a3 3 0 0 1-3-3V6Zm11 3h2a3 3 0 0 1 0 7h-2',
	other: 'M4 8l8-4 8 4v9l-8 4-8-4V8Zm0 0 8 4 8-4m-8 4v9',
};

/** A drawing in place of a photograph; it says nothing that the name does not. */
export function picture(title) {
	const word = Object.keys(OUTLINES).find((one) => title.toLowerCase().includes(one)) ?? 'other';
	const svg = document.createElementNS(SVG, 'svg');
	svg.setAttribute('viewBox', '0 0 24 24');
	const path = document.createElementNS(SVG, 'path');
	for (const [key, value] of Object.entries({
		d: OUTLINES[word],
		fill: 'none',
		stroke: 'currentColor',
		'stroke-width': '1.3',
		'stroke-linejoin': 'round',
	})) {
		path.setAttribute(key, value);
	}
	svg.append(path);
	const frame = document.createElement('div');
	frame.className = 'picture';
	frame.setAttribute('aria-hidden', 'true');
	frame.style.setProperty(
		'--hue',
		[...title].reduce((sum, c) => sum + c.charCodeAt(0) * 7, 0) % 360,
	);
	frame.append(svg);
	return frame;
}
