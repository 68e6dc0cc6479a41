import fc from 'fast-check';

import { mapLines } from '../../../../lib/sku-map/map-lines';
import { promisable, skusOfProducts } from '../../../../lib/sku-map/reverse';
import { ORDER, product, row, set, table, tables } from './tables';

const PRODUCTS = { A: [product(1)], B: [product(2)], GONE: [product(3, { active: false })] };
const all = [
	row('ONE', 'A'),
	row('PACK', 'A', { quantity: 3 }),
	...set('SET', ['A'], ['B', { price: 'free', quantity: 2 }]),
	row('OTHER', 'B'),
	row('OLD', 'GONE'),
];

it('tells every SKU that sells a product, and what one of it takes', () => {
	const sold = skusOfProducts(table(all, PRODUCTS), ORDER.at, new Set([1]));
	expect(sold.map(({ sku, products }) => [sku, products.map((one) => one.quantity)])).toEqual([
		['ONE', [1]],
		['PACK', [3]],
		['SET', [1, 2]],
	]);
});

it('is not limited by services and untracked goods of a set', () => {
	const [set_] = skusOfProducts(table(all, PRODUCTS), ORDER.at, new Set([2]));
	expect(
		promisable(
			set_!,
			new Map([
				[1, 3],
				[2, Infinity],
			]),
		),
	).toBe(3);
	expect(
		promisable(
			set_!,
			new Map([
				[1, Infinity],
				[2, Infinity],
			]),
		),
	).toBe(Infinity);
});

it('tells a SKU that cannot be sold with its reason, so that nothing of it is promised', () => {
	const [old, ...others] = skusOfProducts(table(all, PRODUCTS), ORDER.at, new Set([3]));
	expect(others).toEqual([]);
	expect(old).toMatchObject({ sku: 'OLD', products: [], reason: 'archived' });
	expect(promisable(old!, new Map([[3, 100]]))).toBe(0);
});

it('tells shops and listings apart', () => {
	const rows = [row('ONE', 'A', { shop: 'wx1' }), row('ONE', 'B', { wechat_product_id: '7' })];
	expect(skusOfProducts(table(rows, PRODUCTS), ORDER.at)).toMatchObject([
		{ sku: 'ONE', shop: 'wx1', wechat_product_id: '', reason: 'ambiguous' },
		{ sku: 'ONE', shop: '', wechat_product_id: '7', products: [{ product_id: 2, quantity: 1 }] },
	]);
});

it.each([
	[10, 7, 0, 3],
	[10, 6, 0, 3],
	[1, 100, 0, 1],
	[10, 10, 4, 3],
	[10, 10, 20, 0],
	[-5, 10, 0, 0],
])(
	'promises the smallest over the parts: %d and %d free, %d kept back → %d',
	(a, b, kept, most) => {
		const products = [
			{ product_id: 1, quantity: 1 },
			{ product_id: 2, quantity: 2 },
		];
		const free = new Map([
			[1, a],
			[2, b],
		]);
		expect(promisable({ products }, free, kept)).toBe(most);
		expect(promisable({ products }, new Map([[1, a]]), kept)).toBe(0);
	},
);

it('agrees with the table read forwards: what one SKU takes is what its order holds', () => {
	fc.assert(
		fc.property(tables, (any) => {
			const skus = [...any.rows.keys()].filter((sku) =>
				any.rows.get(sku)?.every(({ shop }) => shop === ''),
			);
			const sold = new Map(skusOfProducts(any, ORDER.at).map((one) => [one.sku, one]));
			for (const sku of skus) {
				const { status, lines, unmapped } = mapLines([{ sku, quantity: 1 }], any, ORDER);
				const taken = new Map<number, number>();
				for (const { product_id: id, quantity } of lines) {
					taken.set(id, (taken.get(id) ?? 0) + quantity);
				}
				const backwards = sold.get(sku);
				expect(backwards?.reason).toBe(status === 'mapped' ? undefined : unmapped[0]?.reason);
				const products = backwards?.products ?? [];
				expect(new Map(products.map((one) => [one.product_id, one.quantity]))).toEqual(taken);
				for (const id of taken.keys()) {
					const sellers = skusOfProducts(any, ORDER.at, new Set([id]));
					expect(sellers.map((one) => one.sku)).toContain(sku);
				}
				// As many as are promised can be taken, and not one more.
				const free = new Map([...taken].map(([id, count]) => [id, count * 7 + (id % 2)]));
				if (taken.size > 0)
					expect(promisable({ products }, free)).toBe(promisedByHand(taken, free));
			}
		}),
		{ numRuns: 200 },
	);
});

function promisedByHand(taken: Map<number, number>, free: Map<number, number>): number {
	let count = 0;
	while ([...taken].every(([id, each]) => (free.get(id) ?? 0) >= each * (count + 1))) count += 1;
	return count;
}
