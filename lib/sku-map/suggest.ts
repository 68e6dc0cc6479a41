import { groupBy } from '../core/collections';
import type { Suggestion } from './mapping';
import { productLabel, type CandidateProduct, type SkuTable } from './table';

const MAX_SUGGESTIONS = 3;
const MAX_EDITS = 2;
/** Shorter codes are too similar to each other. */
const SHORTEST_FOR_EDITS = 5;
/** Longer codes are compared with nothing. UTF-16 units. */
const LONGEST = 64;
/** So many first characters have to be the same, as typing errors are rarely there. */
const PREFIX = 2;
/** Suggestions are for people: nobody reads those of more SKUs in a run. */
const MAX_SKUS = 20;

interface Likeness {
	because: string;
	rank: number;
}

/** What suggestions are made from. */
type Known = Pick<SkuTable, 'rows' | 'products' | 'similar' | 'otherSkus'>;

/** A code as it is compared: its forms are made once. */
interface Code {
	sku: string;
	/** Without case and width. */
	folded: string;
	/** Also without spaces, dots and dashes. */
	bare: string;
}

const codeOf = (sku: string): Code => {
	const folded = sku.normalize('NFKC').toLowerCase();
	return { sku, folded, bare: folded.replace(/[\s._\-/]/g, '') };
};

/** SKUs of a table by their first characters, and the suggestions that were made from it. */
interface Index {
	known: Map<string, Code[]>;
	made: Map<string, Suggestion[]>;
}

const indexes = new WeakMap<Known, Index>();

const knownSkus = ({ rows, otherSkus = [] }: Known): Map<string, Code[]> => {
	const skus = [...new Set([...rows.keys(), ...otherSkus])];
	return groupBy(skus.filter((sku) => sku.length <= LONGEST).map(codeOf), prefixOf);
};

/** The same for codes that differ only in case, width, punctuation or leading zeros. */
const prefixOf = ({ bare }: Code): string => bare.replace(/^0+/, '').slice(0, PREFIX);

/**
 * Suggestions for a SKU that is not in the table: similar SKUs of the table, and products of Odoo with a
 * similar Internal Reference or the same Barcode. The closest three; none after 20 SKUs of one table.
 */
export function suggestSkus(sku: string, table: Known): Suggestion[] {
	if (sku.length > LONGEST) return [];
	const { known, made } = indexes.get(table) ?? { known: knownSkus(table), made: new Map() };
	indexes.set(table, { known, made });
	const before = made.get(sku);
	if (before || made.size >= MAX_SKUS) return before ?? [];
	const code = codeOf(sku);
	const suggestions = closest(code, known.get(prefixOf(code)) ?? [], table);
	made.set(sku, suggestions);
	return suggestions;
}

function closest(
	code: Code,
	candidates: Code[],
	{ rows, products, similar = [] }: Known,
): Suggestion[] {
	const ranked: Array<{ rank: number; suggestion: Suggestion }> = [];
	for (const candidate of candidates) {
		const likeness = likenessOf(code, candidate);
		if (!likeness) continue;
		const known = candidate.sku;
		const [row] = rows.get(known) ?? [];
		const [product] = products.get(row?.product ?? '') ?? [];
		const name = product ? productLabel(product) : known;
		const { rank, because } = likeness;
		ranked.push({ rank, suggestion: { sku: known, name, because } });
	}
	for (const product of similar) {
		const likeness = sameCode(code.sku, product);
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

function sameCode(sku: string, product: CandidateProduct): Likeness | undefined {
	if (product.default_code === sku) return { because: 'has this Internal Reference', rank: 1 };
	if (product.barcode === sku) return { because: 'has this Barcode', rank: 1 };
	const likeness = compare(sku, product.default_code);
	return likeness && { ...likeness, because: `its Internal Reference ${likeness.because}` };
}

/** How similar two different codes are; undefined for codes that are not. */
export const compare = (one: string, other: string): Likeness | undefined =>
	Math.max(one.length, other.length) > LONGEST ? undefined : likenessOf(codeOf(one), codeOf(other));

function likenessOf(one: Code, other: Code): Likeness | undefined {
	if (one.sku === other.sku || one.sku === '' || other.sku === '') return undefined;
	const [left, right] = [one.folded, other.folded];
	if (left === right) return { because: 'differs in upper and lower case or width only', rank: 0 };
	if (one.bare === other.bare && one.bare !== '') {
		return { because: 'differs in spaces, dots or dashes only', rank: 2 };
	}
	if (sameNumber(left, right)) return { because: 'differs in leading zeros only', rank: 2 };
	if (Math.min(left.length, right.length) < SHORTEST_FOR_EDITS) return undefined;
	const count = edits(left, right, MAX_EDITS);
	if (count > MAX_EDITS) return undefined;
	const characters = count === 1 ? 'character' : 'characters';
	return { because: `differs in ${count} ${characters}`, rank: 2 + count };
}

const sameNumber = (one: string, other: string): boolean =>
	one.length !== other.length &&
	/^\d+$/.test(one) &&
	/^\d+$/.test(other) &&
	one.replace(/^0+/, '') === other.replace(/^0+/, '');

/**
 * The Levenshtein distance from two positions on; any number above `most` where it is more than that.
 * Follows only the ways that can still succeed, at most `3 ** most` of them.
 */
function edits(one: string, other: string, most: number, at = 0, of = 0): number {
	const longer = one.length - at - (other.length - of);
	if (longer > most || -longer > most) return most + 1;
	while (at < one.length && one[at] === other[of]) {
		at += 1;
		of += 1;
	}
	if (at >= one.length && of >= other.length) return 0;
	if (most === 0) return 1;
	let least = edits(one, other, most - 1, at + 1, of + 1);
	if (least > 0) least = lesser(least, edits(one, other, most - 1, at + 1, of));
	if (least > 0) least = lesser(least, edits(one, other, most - 1, at, of + 1));
	return least + 1;
}

const lesser = (one: number, other: number): number => (one < other ? one : other);
