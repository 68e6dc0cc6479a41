import fc from 'fast-check';

import { arrivals, busiest } from '../../../../tools/rehearsal/arrivals';
import { unitsOrdered, planOrders } from '../../../../tools/rehearsal/plan';
import { rehearsalProducts } from '../../../../tools/rehearsal/products';
import { profileNamed, PROFILES } from '../../../../tools/rehearsal/profiles';
import { randomNumbers } from '../../../../tools/rehearsal/random';

const wave = fc.record({
	orders: fc.integer({ min: 0, max: 300 }),
	seconds: fc.integer({ min: 1, max: 300_000 }),
	postAt: fc.double({ min: 0, max: 0.9, noNaN: true }),
	postShare: fc.double({ min: 0, max: 1, noNaN: true }),
	postPeak: fc.double({ min: 0.005, max: 2, noNaN: true }),
});

it('makes exactly the orders of the profile, in order and inside its time', () => {
	fc.assert(
		fc.property(wave, fc.string(), (given, seed) => {
			const times = arrivals(given, randomNumbers(seed));
			expect(times).toHaveLength(given.orders);
			expect(times).toEqual([...times].sort((one, other) => one - other));
			expect(times.filter((time) => !(time >= 0 && time <= given.seconds * 1000))).toEqual([]);
		}),
		{ numRuns: 30 },
	);
});

it('makes the same campaign of the same seed, and another of another', () => {
	fc.assert(
		fc.property(fc.constantFrom(...PROFILES), fc.string(), fc.string(), (profile, seed, other) => {
			const plan = (from: string) =>
				planOrders(profile, rehearsalProducts(profile.products), randomNumbers(from));
			expect(plan(seed)).toEqual(plan(seed));
			if (seed !== other) expect(plan(seed)).not.toEqual(plan(other));
		}),
		{ numRuns: 5 },
	);
});

it('has a peak: a tenth of the time takes more than twice its share', () => {
	fc.assert(
		fc.property(fc.constantFrom(...PROFILES), fc.string(), (profile, seed) => {
			const times = arrivals(profile, randomNumbers(seed));
			const most = busiest(times, profile.seconds * 100);
			expect(most / profile.orders).toBeGreaterThan(0.2);
		}),
		{ numRuns: 30 },
	);
});

it('brings nobody in the first moment of the post, and most soon after', () => {
	const all = { orders: 2000, seconds: 100, postAt: 0.1, postShare: 1, postPeak: 0.1 };
	const times = arrivals(all, randomNumbers('wave'));
	const within = (from: number, to: number) =>
		times.filter((time) => time >= from * 1000 && time < to * 1000).length;
	expect(within(0, 10)).toBe(0);
	expect(within(10, 11)).toBeLessThan(within(19, 20) / 2);
	expect(within(19, 20)).toBeGreaterThan(within(60, 61) * 4);
});

it('has no wave without a post', () => {
	const even = { orders: 1000, seconds: 100, postAt: 0.5, postShare: 0, postPeak: 0.1 };
	expect(busiest(arrivals(even, randomNumbers('even')), 10_000)).toBeLessThan(160);
});

it('pays what the lines cost, for one hot product more than for all others', () => {
	fc.assert(
		fc.property(fc.constantFrom(...PROFILES), fc.string(), (profile, seed) => {
			const products = rehearsalProducts(profile.products);
			const orders = planOrders(profile, products, randomNumbers(seed));
			const wrong = orders.filter(
				({ lines, total, attach, copies }) =>
					total !== lines.reduce((sum, one) => sum + one.quantity * one.price_fen, 0) ||
					Buffer.byteLength(attach) > 128 ||
					![1, 2, 3].includes(copies),
			);
			expect(wrong).toEqual([]);
			const pieces = unitsOrdered(orders);
			const all = [...pieces.values()].reduce((sum, count) => sum + count, 0);
			expect(pieces.get(products[0].sku)! / all).toBeGreaterThan(0.5);
		}),
		{ numRuns: 15 },
	);
});

it('has buyers who come back and payments told more than once', () => {
	const profile = profileNamed('campaign');
	const orders = planOrders(profile, rehearsalProducts(6), randomNumbers('a day'));
	const buyers = new Set(orders.map(({ openid }) => openid));
	expect(buyers.size).toBeLessThan(orders.length * 0.95);
	expect(buyers.size).toBeGreaterThan(orders.length * 0.7);
	expect(orders.filter(({ copies }) => copies > 1).length).toBeGreaterThan(20);
	expect([...buyers].filter((openid) => !/^o[\w-]{27}$/.test(openid))).toEqual([]);
});

it('names the profiles there are when asked for another', () => {
	expect(() => profileNamed('huge')).toThrow('campaign, 3-hours, 72-hours, viral');
});
