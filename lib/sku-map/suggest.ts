import type { Suggestion } from './mapping';
import { productLabel, type CandidateProduct, type SkuTable } from './table';

const MAX_SUGGESTIONS = 3;
const MAX_EDITS = 2;
/** Shorter codes are too similar to each other. */
const SHORTEST_FOR_EDITS = 5;

/**
 * Suggestions for a SKU that is not in the table: similar SKUs of the table, and products of Odoo with a
 * similar Internal Reference or the same Barcode. The closest three.
 */
export function suggestSkus(
	sku: string,
	{
		rows,
		products,
		similar = [],
		otherSkus = [],
	}: Pick<SkuTable, 'rows' | 'products' | 'similar' | 'otherSkus'>,
): Suggestion[] {
	const ranked: Array<{ rank: number; suggestion: Suggestion }> = [];
	for (const known of new Set([...rows.keys(), ...otherSkus])) {
		const likeness = compare(sku, known);
		if (!likeness) continue;
		const [row] = rows.get(known) ?? [];
		const [product] = products.get(row?.product ?? '') ?? [];
		const name = product ? productLabel(product) : known;
		const { rank, because } = likeness;
		ranked.push({ rank, suggestion: { sku: known, name, because } });
	}
	for (const product of similar) {
		const likeness = sameCode(sku, product);
		if (!likeness) continue;
		const { rank, because } = likeness;
		const suggestion = { product_id: product.id, name: productLabel(product), because };
		ranked.push({ rank, suggestion });
	}
	return ranked
		.sort((a, b) => a.rank - b.rank)
		.slice(0, MAX_SUGGESTIONS)
		.map(({ suggestion }) => suggestion);
}

interface Likeness {
	because: string;
	rank: number;
}

function sameCode(sku: string, product: CandidateProduct): Likeness | undefined {
	if (product.default_code === sku) return { because: 'has this Internal Reference', rank: 1 };
	if (product.barcode === sku) return { because: 'has this Barcode', rank: 1 };
	const likeness = compare(sku, product.default_code);
	return likeness && { ...likeness, because: `its Internal Reference ${likeness.because}` };
}

/** How similar two different codes are; undefined for codes that are not. */
export function compare(one: string, other: string): Likeness | undefined {
	if (one === other || one === '' || other === '') return undefined;
	if (Math.abs(one.length - other.length) > Math.max(MAX_EDITS, one.length)) return undefined;
	const [left, right] = [fold(one), fold(other)];
	if (left === right) return { because: 'differs in upper and lower case or width only', rank: 0 };
	if (bare(left) === bare(right) && bare(left) !== '') {
		return { because: 'differs in spaces, dots or dashes only', rank: 2 };
	}
	if (/^\d+$/.test(left + right) && left.replace(/^0+/, '') === right.replace(/^0+/, '')) {
		return { because: 'differs in leading zeros only', rank: 2 };
	}
	if (Math.min(left.length, right.length) < SHORTEST_FOR_EDITS) return undefined;
	const count = edits(left, right);
	if (count > MAX_EDITS) return undefined;
	return {
		because: `differs in ${count} ${count === 1 ? 'character' : 'characters'}`,
		rank: 2 + count,
	};
}

const fold = (code: string) => code.normalize('NFKC').toLowerCase();
const bare = (code: string) => code.replace(/[\s._\-/]/g, '');

/** The Levenshtein distance; any number above `MAX_EDITS` where it is more than that. */
function edits(one: string, other: string): number {
	if (Math.abs(one.length - other.length) > MAX_EDITS) return MAX_EDITS + 1;
	let above = Array.from({ length: other.length + 1 }, (_, index) => index);
	for (let row = 1; row <= one.length; row += 1) {
		const current = [row];
		for (let column = 1; column <= other.length; column += 1) {
			const changed = one[row - 1] === other[column - 1] ? 0 : 1;
			current.push(
				Math.min(
					(above[column] ?? 0) + 1,
					(current[column - 1] ?? 0) + 1,
					(above[column - 1] ?? 0) + changed,
				),
			);
		}
		if (Math.min(...current) > MAX_EDITS) return MAX_EDITS + 1;
		above = current;
	}
	return above[other.length] ?? MAX_EDITS + 1;
}
