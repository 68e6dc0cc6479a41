import { asObject } from '../../core/json';
import type { Answer, Call } from './backend';
import { failed, inWords, notChecked, passed, type Check, type Outcome } from './check';

const NO_SKU = 'name a SKU whose stock may be overwritten: --sku SKU';
const VERSIONS =
	'Store quantity and version, and ignore a version that is older than the stored one: calls can arrive out of order.';

interface Figure {
	sku: string;
	quantity: number;
	version: number;
}

const set = async (call: Call, { sku, quantity, version }: Figure): Promise<Answer> => {
	const as_of = new Date(version).toISOString();
	return await call('stock.set', { stock: [{ sku, quantity, version, as_of }] });
};

/** The status of a SKU in an answer to `stock.set`; a SKU that is left out is set. */
function statusOf({ status, json }: Answer, sku: string): string {
	if (status !== 200 || !json) return '';
	const { stock = [] } = json;
	if (!Array.isArray(stock)) return '';
	const entry = stock.map(asObject).find((one) => one?.sku === sku);
	return entry ? String(entry.status) : 'set';
}

/** Sets figures one after another and compares each status. */
const statuses = (name: string, fix: string, wanted: Array<[Partial<Figure>, string]>): Check => ({
	name,
	run: async (call, { sku }) => {
		if (sku === undefined) return notChecked(NO_SKU);
		const now = Date.now();
		for (const [change, status] of wanted) {
			const figure = { sku, quantity: 1, ...change, version: now + (change.version ?? 0) };
			const answer = await set(call, figure);
			if (answer.status === 404) return notChecked('stock.set is not implemented (404), optional');
			if (statusOf(answer, figure.sku) !== status) return failed(inWords(answer), fix);
		}
		return passed();
	},
});

/** What the backend makes of stock. */
export const STOCK_CHECKS: Check[] = [
	statuses('stores a quantity, and the same version again', VERSIONS, [
		[{ quantity: 7 }, 'set'],
		[{ quantity: 7 }, 'set'],
	]),
	statuses('ignores an older version of a quantity', VERSIONS, [
		[{ quantity: 8, version: 2_000 }, 'set'],
		[{ quantity: 3, version: 1_000 }, 'stale'],
	]),
	statuses(
		'names a SKU that it does not know',
		'Answer with the status "unknown" for such a SKU, and store the others.',
		[[{ sku: 'CHECK-NO-SUCH-SKU' }, 'unknown']],
	),
	{
		name: 'answers with the stock that it offers',
		run: async (call, { sku }): Promise<Outcome> => {
			if (sku === undefined) return notChecked(NO_SKU);
			const version = Date.now() + 3_000;
			await set(call, { sku, quantity: 9, version });
			const answer = await call('stock.get', { skus: [sku] });
			if (answer.status === 404) return notChecked('stock.get is not implemented (404), optional');
			const { stock } = answer.json ?? {};
			const [entry] = (Array.isArray(stock) ? stock : []).map(asObject);
			return entry?.sku === sku && entry.quantity === 9 && entry.version === version
				? passed()
				: failed(inWords(answer), 'Answer with quantity and version of the last stock.set.');
		},
	},
];
