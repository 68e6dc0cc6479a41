import type { Refusal } from './mapping';
import { isDated, setKey, type SkuRow } from './row';
import type { SkuTable } from './table';

/** A SKU of an order, to be found in the table. */
export interface Question {
	sku: string;
	/** WeChat's id of the listing, where the line has it. */
	wechatProductId: string;
	/** Every `appid` and `mchid` of the order. */
	shops: string[];
	/** When it was ordered, as in `SkuRow.valid_from`. */
	at: string;
}

/** The rows of one SKU, sorted by part. */
export type Choice = { rows: SkuRow[] } | Refusal;

/**
 * Chooses the set of rows for a line: those that are valid for its listing, its shop and its time. Rows for
 * the listing win over rows for all listings, then rows for the shop, then rows with dates. Between two equal
 * sets there is no choice.
 */
export function chooseSet(
	question: Question,
	table: Pick<SkuTable, 'rows' | 'whereToAdd'>,
): Choice {
	const { sku, at } = question;
	const all = table.rows.get(sku) ?? [];
	if (all.length === 0) {
		return refuse(
			'unknown',
			`WeChat SKU "${sku}" is not in the table. Add it ${table.whereToAdd}.`,
		);
	}
	const inScope = all.filter((row) => isFor(row, question));
	const [first] = all;
	if (inScope.length === 0 && first) {
		const only = first.shop !== '' && !question.shops.includes(first.shop) ? 'shops' : 'listings';
		return refuse(
			'unknown',
			`The table has WeChat SKU "${sku}" for other ${only} only. Add a row for this one ${table.whereToAdd}, or clear that column.`,
		);
	}
	const bad = inScope.find(({ problem }) => problem !== undefined);
	if (bad) {
		return refuse('bad_row', `The row of WeChat SKU "${sku}" cannot be used. ${bad.problem}`);
	}
	const valid = inScope.filter((row) => isValid(row, at));
	if (valid.length === 0) return outOfTime(sku, inScope, at);
	const listings = new Set(valid.map((row) => row.wechat_product_id));
	if (question.wechatProductId === '' && listings.size > 1) {
		return refuse(
			'ambiguous',
			`The table has WeChat SKU "${sku}" for several listings, and the line has no product_id. Add product_id to the line before SKU Map, or keep one row for all listings.`,
		);
	}
	const best = Math.max(...valid.map((row) => specificity(row, question)));
	return wholeSet(
		sku,
		valid.filter((row) => specificity(row, question) === best),
	);
}

const refuse = (reason: Refusal['reason'], message: string): Refusal => ({ reason, message });

const isFor = (row: SkuRow, { shops, wechatProductId }: Question): boolean =>
	(row.shop === '' || shops.includes(row.shop)) &&
	(row.wechat_product_id === '' ||
		wechatProductId === '' ||
		row.wechat_product_id === wechatProductId);

const isValid = ({ valid_from: from, valid_until: until }: SkuRow, at: string): boolean =>
	(from === '' || from <= at) && (until === '' || at <= until);

const specificity = (row: SkuRow, { wechatProductId }: Question): number =>
	(row.wechat_product_id !== '' && wechatProductId !== '' ? 4 : 0) +
	(row.shop !== '' ? 2 : 0) +
	(isDated(row) ? 1 : 0);

function outOfTime(sku: string, rows: SkuRow[], at: string): Refusal {
	const starts = rows.map(({ valid_from: from }) => from).filter((from) => from > at);
	const [next] = starts.sort();
	if (next !== undefined) {
		return refuse(
			'not_yet_valid',
			`WeChat SKU "${sku}" is mapped from ${next}, but was ordered at ${at}. Correct valid_from.`,
		);
	}
	const [last] = rows
		.map(({ valid_until: until }) => until)
		.sort()
		.reverse();
	return refuse(
		'expired',
		`The row of WeChat SKU "${sku}" ended at ${last}, but the SKU was ordered at ${at}. Extend valid_until, or add a row for the time after it.`,
	);
}

/** All parts of one set, sorted. */
export function wholeSet(sku: string, rows: SkuRow[]): Choice {
	const [first] = rows;
	// Most SKUs are no sets, and an import checks thousands of them.
	if (rows.length === 1 && first?.part === 1 && first.parts === 1) return { rows };
	const sets = new Set(rows.map(setKey));
	const numbers = new Set(rows.map(({ part }) => part));
	if (!first || sets.size > 1 || numbers.size < rows.length) {
		return refuse(
			'ambiguous',
			`The table has ${rows.length} rows for WeChat SKU "${sku}" that are valid at the same time. Keep one of them, or number the rows of a set in part and parts.`,
		);
	}
	const { parts, valid_until: until } = first;
	if (rows.some((row) => row.parts !== parts || row.valid_until !== until)) {
		return refuse(
			'bad_row',
			`The rows of the set "${sku}" have different values in parts or in valid_until. Give all of them the same values.`,
		);
	}
	if (rows.length < parts) {
		const missing = Array.from({ length: parts }, (_, index) => index + 1).filter(
			(part) => !numbers.has(part),
		);
		return refuse(
			'incomplete',
			`The set "${sku}" has ${parts} parts, but part ${missing.join(' and part ')} is not in the table. Add it, or correct parts in the other rows.`,
		);
	}
	return { rows: [...rows].sort((a, b) => a.part - b.part) };
}
