import { batchSize } from '../../../../../lib/orders/record/batch-size';

it('begins with 16 orders while WeChat waits, and 50 where there is time', () => {
	expect(batchSize().limit(4_000)).toBe(16);
	expect(batchSize().limit(30_000)).toBe(50);
});

it('follows what batches take, between 8 and 50 orders', () => {
	const size = batchSize();
	for (let round = 0; round < 20; round += 1) size.measured(16, 16 * 40);
	expect(size.limit(4_000)).toBe(39);
	for (let round = 0; round < 20; round += 1) size.measured(16, 16 * 1_000);
	expect(size.limit(4_000)).toBe(8);
});

it('learns nothing from a single order', () => {
	const size = batchSize();
	size.measured(1, 3_000);
	expect(size.limit(4_000)).toBe(16);
});
