/** Controls, lone surrogates and noncharacters: PostgreSQL, XML or UTF-8 cannot hold them. */
const UNSAFE = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
const UNSAFE_BUT_BLANKS = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;
/** Everything that some reader takes for the end of a line, and tabs. */
const BREAKS = /[\t-\r\u0085\u2028\u2029]+/gu;
const LINE_SEPARATORS = /[\u0085\u2028\u2029]/gu;

/** Shown where a character was replaced. Nothing is dropped: two different texts must not become one. */
const REPLACED = '\ufffd';

/** Longest text of the buyer in a name, an address or a note, in UTF-16 units. */
const LONGEST = 500;

/** Text that every transport, database and log can hold; its line breaks are kept. */
export const safeText = (text: string): string =>
	text.replace(LINE_SEPARATORS, '\n').replace(UNSAFE_BUT_BLANKS, REPLACED);

/** Text of a stranger on one line, e.g. a name or an address, cut to a length. */
export const safeLine = (text: string, longest = LONGEST): string =>
	cut(text, longest).replace(BREAKS, ' ').replace(UNSAFE, REPLACED).trim();

/**
 * A code of a stranger, e.g. a SKU, cut to a length. Line breaks are replaced as well, so that a damaged
 * code never becomes another one that exists.
 */
export const safeCode = (text: string, longest = LONGEST): string =>
	cut(text, longest)
		.replace(/[\u2028\u2029]/gu, REPLACED)
		.replace(UNSAFE, REPLACED);

/** Cuts before anything else is done with the text, so that the rest costs the same for any length. */
const cut = (text: string, longest: number): string =>
	text.length > longest ? `${text.slice(0, longest - 1)}…` : text;

/** Text for use inside HTML, SVG and XML: between tags, or between double quotes. */
export const escapeHtml = (text: string): string =>
	['&', '<', '>', '"', "'"].reduce(
		(escaped, character) => escaped.replaceAll(character, `&#${character.charCodeAt(0)};`),
		text,
	);

/** Seven digits and more, with single blanks or dashes between them. */
const PHONE = /\+?\p{Nd}(?:[ -]?\p{Nd}){6,}/gu;

/** Hides all but the last four digits of phone numbers in a text. */
export const maskPhones = (text: string): string =>
	text.replace(PHONE, (number) => `****${number.replace(/\P{Nd}/gu, '').slice(-4)}`);

/** The text of simple HTML, such as a note in Odoo, with a line break after each paragraph. */
export const plainHtml = (html: string): string =>
	decoded(html.replace(/<\/p>|<br ?\/?>/gi, '\n').replace(/<[^<>]*>/g, ''));

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

const decoded = (text: string): string =>
	text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,8}));/gi, (whole, code, hex, name) => {
		const point = code ? Number(code) : Number.parseInt(String(hex), 16);
		if (Number.isNaN(point)) return ENTITIES[String(name)] ?? String(whole);
		return point <= 0x10ffff ? String.fromCodePoint(point) : String(whole);
	});
