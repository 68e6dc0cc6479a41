import { createHash } from 'node:crypto';

import { billError, billLines, billTable, type BillRow } from './bill-table';
import { billItem, type BillItem } from './bill-item';
import type { Layout } from './columns';
import { hashed, plainBytes } from './decompress-bill';

/** What a bill says once it has been proved. */
export interface Bill {
	items: BillItem[];
	/** Hex, of the uncompressed file; absent where there is no bill. */
	sha1?: string;
	/** Counts and sums as WeChat wrote them, by their Chinese names; absent where the bill has none. */
	summary?: BillRow;
}

/** What is known of a bill once its end was read and proved. */
export type BillEnd = Required<Pick<Bill, 'sha1'>> & Pick<Bill, 'summary'>;

type Chunks = AsyncIterable<Buffer>;

/** Reads a bill whole. @throws those of `streamBill` */
export async function readBill(file: Chunks, sha1: string, layout: Layout): Promise<Bill> {
	return await wholeBill(streamBill(file, sha1, layout));
}

/**
 * Reads a bill whose files are proved one by one (`provedBytes`), in their order: the first begins with the header,
 * the last ends with the summary.
 *
 * @param sha1 of each file
 * @throws those of `streamBill`
 */
export async function readBillFiles(file: Chunks, sha1: string[], layout: Layout): Promise<Bill> {
	return { ...(await wholeBill(billRows(file, layout))), sha1: sha1.join(' ').toLowerCase() };
}

async function wholeBill<End>(
	rows: AsyncGenerator<BillItem, End>,
): Promise<{ items: BillItem[] } & End> {
	const items: BillItem[] = [];
	for (;;) {
		const { done, value } = await rows.next();
		if (done) return { items, ...value };
		items.push(value);
	}
}

/**
 * Reads a bill while it arrives: unpacked, hashed, split and turned into items in one go, so that no more than a piece
 * of the file is held. Items are proved by the hash only at the end: nothing may be done with them that cannot be
 * undone when reading fails.
 *
 * @param sha1 hex, of the uncompressed file
 * @throws IntegrationError `WECHAT_BILL_HASH_WRONG`, `WECHAT_BILL_INCOMPLETE`, `WECHAT_BILL_LAYOUT`,
 * `WECHAT_BILL_UNREADABLE` or `WECHAT_BILL_DAMAGED`
 */
export async function* streamBill(
	file: Chunks,
	sha1: string,
	layout: Layout,
): AsyncGenerator<BillItem, BillEnd> {
	const end = yield* billRows(provedBytes(file, sha1), layout);
	return { sha1: sha1.toLowerCase(), ...end };
}

/**
 * The bytes of a file, unpacked.
 *
 * @throws IntegrationError at its end `WECHAT_BILL_HASH_WRONG`; `WECHAT_BILL_DAMAGED`
 */
export async function* provedBytes(file: Chunks, sha1: string): Chunks {
	const hash = createHash('sha1');
	yield* hashed(plainBytes(file), hash);
	if (hash.digest('hex') !== sha1.toLowerCase()) {
		throw billError('HASH_WRONG', 'The file is not the one that WeChat Pay announced.', true);
	}
}

/** Lines are read to the end even when one is unreadable, so a wrong hash is found before anything else. */
async function* billRows(
	bytes: Chunks,
	layout: Layout,
): AsyncGenerator<BillItem, Pick<Bill, 'summary'>> {
	let rows = 0;
	let summary: BillRow | undefined;
	for await (const { kind, values, problem } of billTable(billLines(bytes), layout.count)) {
		if (kind === 'summary') {
			summary = values;
			continue;
		}
		if (rows === 0) checkColumns(values, layout);
		rows += 1;
		const item = billItem(values, layout);
		item.bill_row = rows;
		if (problem !== undefined) item.problem = problem;
		yield item;
	}
	checkCount(rows, summary, layout);
	return summary ? { summary } : {};
}

function checkColumns(row: BillRow, { required }: Layout): void {
	const missing = required.filter((name) => !Object.hasOwn(row, name));
	if (missing.length === 0) return;
	throw billError('LAYOUT', `The columns ${missing.join(', ')} are missing.`);
}

/** The hash proves the file, the count that no row of it was taken for something else. */
function checkCount(rows: number, summary: BillRow | undefined, { count }: Layout): void {
	if (!count) return;
	if (summary && Number(summary[count]) === rows) return;
	throw billError(
		'INCOMPLETE',
		summary
			? `The bill counts ${summary[count] ?? 'nothing'} rows, ${rows} were read.`
			: 'The bill ends without its summary.',
	);
}
