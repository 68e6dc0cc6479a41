/** From left to right, in pixels. */
export interface Span {
	left: number;
	right: number;
}

/**
 * Cuts a wide picture into rows that are about equally wide, so that its text stays readable on a page.
 *
 * @param spans what the picture shows; nothing is cut in two where that can be avoided
 * @param whole the picture
 * @param width of a row at most, about
 */
export function rowsOf(spans: Span[], whole: Span, width: number): Span[] {
	const rows = Math.ceil((whole.right - whole.left) / width);
	const free = gaps(spans, whole);
	const cuts = Array.from({ length: rows - 1 }, (_, index) => {
		const ideal = whole.left + ((index + 1) * (whole.right - whole.left)) / rows;
		return free.reduce(
			(best, gap) => (Math.abs(gap - ideal) < Math.abs(best - ideal) ? gap : best),
			free[0] ?? ideal,
		);
	});
	const edges = [whole.left, ...new Set(cuts), whole.right];
	return edges.slice(1).map((right, index) => ({ left: edges[index] ?? whole.left, right }));
}

/** The middles between what does not overlap. */
function gaps(spans: Span[], whole: Span): number[] {
	const found: number[] = [];
	let end = Infinity;
	for (const { left, right } of [...spans].sort((a, b) => a.left - b.left)) {
		if (left > end) found.push(Math.round((end + left) / 2));
		end = end === Infinity ? right : Math.max(end, right);
	}
	return found.filter((gap) => gap > whole.left && gap < whole.right);
}
