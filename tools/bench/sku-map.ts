import { mapLines } from '../../lib/sku-map/map-lines';
import { readRows } from '../../lib/sku-map/import/read-rows';
import { rowsBySku, type CandidateProduct, type SkuTable } from '../../lib/sku-map/table';
import { median, type Metric } from './metric';

const ROWS = 20_000;
const LINES = 1_000;
const ROUNDS = 60;

/**
 * 1,000 order lines through a table of 20,000 rows, in turn with bare look-ups in a `Map` of the same
 * lines: what any table costs that checks nothing.
 */
export async function run(): Promise<Metric[]> {
	const items = Array.from({ length: ROWS }, (_, index) => ({
		sku: `WX-${index}`,
		product: `id:${index + 1}`,
		quantity: String(1 + (index % 3)),
	}));
	const began = performance.now();
	const rows = readRows(items).map(({ row }) => row);
	const table: SkuTable = {
		rows: rowsBySku(rows),
		products: new Map(rows.map(({ product }, index) => [product, [candidate(index + 1)]])),
		units: [],
		whereToAdd: 'here',
	};
	const reading = performance.now() - began;
	const lines = Array.from({ length: LINES }, (_, index) => ({
		sku: `WX-${(index * 7919) % ROWS}`,
		quantity: 1 + (index % 5),
		unit_price_fen: 1990 + index,
	}));
	const order = { shops: ['wx1', '1900000001'], at: '2026-11-11T12:00:00+08:00' };
	const bare = new Map(rows.map(({ sku, product }) => [sku, product]));
	const ours: number[] = [];
	const lookUps: number[] = [];
	const ratios: number[] = [];
	for (let round = 0; round <= ROUNDS; round += 1) {
		const mapped = timed(() => mapLines(lines, table, order).lines.length);
		const found = timed(
			() => lines.map(({ sku, ...line }) => ({ ...line, product: bare.get(sku) })).length,
		);
		if (mapped.result < LINES || found.result !== LINES) throw new Error('Lines were lost');
		// The first round warms up.
		if (round === 0) continue;
		ours.push(mapped.ms);
		lookUps.push(found.ms);
		ratios.push(mapped.ms / found.ms);
	}
	return [
		{
			metric: `${LINES} order lines through ${ROWS} rows: ours`,
			value: round(median(ours)),
			unit: 'ms',
			goal: { below: 50 },
		},
		{ metric: 'bare Map look-ups of the same lines', value: round(median(lookUps)), unit: 'ms' },
		{ metric: 'ours beside bare look-ups', value: round(median(ratios)), unit: 'x' },
		{ metric: `${ROWS} rows read and indexed, once`, value: round(reading), unit: 'ms' },
	];
}

const candidate = (id: number): CandidateProduct => ({
	id,
	default_code: `P${id}`,
	barcode: '',
	name: `Product ${id}`,
	active: true,
	sale_ok: true,
	list_price: 10,
});

function timed<T>(work: () => T): { ms: number; result: T } {
	const began = performance.now();
	const result = work();
	return { ms: performance.now() - began, result };
}

const round = (value: number) => Number(value.toFixed(3));
