/** The goods of a line of an order or a shipment. */
export interface DescribedLine {
	name?: string;
	sku?: string;
	/** In any unit. */
	quantity?: number;
}

/** WeChat's limit. How it counts emoji is not documented: UTF-16 units are never fewer than characters. */
export const DESCRIPTION_LENGTH = 120;

const SEPARATOR = '; ';
const ELLIPSIS = '…';
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * `item_desc` from the lines: `Red tee, M ×2; Cap ×1`. What does not fit becomes a count of the kinds
 * there are (`… (7)`); no character is cut in half.
 *
 * @param otherwise for lines without names
 */
export function describeLines(lines: readonly DescribedLine[], otherwise: string): string {
	const parts = lines.map(describe).filter((part) => part.name !== '');
	if (parts.length === 0) return shorten(plain(otherwise), DESCRIPTION_LENGTH);
	const whole = parts.map(textOf).join(SEPARATOR);
	if (whole.length <= DESCRIPTION_LENGTH) return whole;
	const rest = ` ${ELLIPSIS} (${parts.length})`;
	const room = DESCRIPTION_LENGTH - (parts.length > 1 ? rest.length : 0);
	let text = '';
	for (const part of parts) {
		const next = text === '' ? textOf(part) : text + SEPARATOR + textOf(part);
		if (next.length > room) break;
		text = next;
	}
	if (text === '') text = cutName(parts[0]!, room);
	return parts.length > 1 ? text + rest : text;
}

/** Text of at most so many UTF-16 units, with an ellipsis where something is missing. */
export function shorten(text: string, most: number): string {
	if (text.length <= most) return text;
	let kept = '';
	for (const { segment } of graphemes.segment(text.slice(0, LONGEST_NAME))) {
		if (kept.length + segment.length > most - ELLIPSIS.length) break;
		kept += segment;
	}
	return kept.trimEnd() + ELLIPSIS;
}

/** No more of a name is looked at. UTF-16 units. */
const LONGEST_NAME = 2_000;

interface Part {
	name: string;
	amount: string;
}

function describe({ name, sku, quantity }: DescribedLine): Part {
	const amount = quantity !== undefined && Number.isFinite(quantity) ? ` ×${quantity}` : '';
	return { name: plain(name || sku || ''), amount };
}

const textOf = ({ name, amount }: Part): string => name + amount;

const cutName = ({ name, amount }: Part, most: number): string =>
	shorten(name, most - amount.length) + amount;

/** WeChat refuses control characters, which JSON can only write as escapes, and halves of characters. */
const plain = (text: string): string =>
	text
		.slice(0, LONGEST_NAME)
		.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
		.replace(/\p{Cs}/gu, '')
		.replace(/\s+/g, ' ')
		.trim();
