import type { JsonObject } from '../../core/json';

/** Which part of a list is asked for. */
export interface Page {
	from: number;
	size: number;
}

/** Undefined when `page_size` or `next_key` is wrong. */
export function readPage(
	{ page_size: asked, next_key: key }: JsonObject,
	{ size, max }: { size: number; max: number },
): Page | undefined {
	const wanted = Number(asked ?? size);
	const from = key === undefined || key === '' ? 0 : fromKey(String(key));
	const fits = Number.isInteger(wanted) && wanted >= 1 && wanted <= max;
	return fits && from !== undefined ? { from, size: wanted } : undefined;
}

export function pageOf<Item>(
	all: Item[],
	{ from, size }: Page,
): { items: Item[]; next_key: string; has_more: boolean } {
	const items = all.slice(from, from + size);
	const end = from + items.length;
	return { items, next_key: items.length > 0 ? toKey(end) : '', has_more: end < all.length };
}

const toKey = (end: number): string => Buffer.from(`next ${end}`).toString('base64');

function fromKey(key: string): number | undefined {
	const number = /^next (\d+)$/.exec(Buffer.from(key, 'base64').toString())?.[1];
	return number === undefined ? undefined : Number(number);
}
