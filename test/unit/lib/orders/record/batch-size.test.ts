import { batchSize } from '../../../../../lib/orders/record/batch-queue';

it('begins with 16 orders while WeChat waits, and 50 where there is time', () => {
	expect(batchSize().most(4_000)).toBe(16);
	expect(batchSize().most(30_000)).toBe(50);
});

it('follows what batches take, between 8 and 50 orders', () => {
	const size = batchSize();
	for (let round = 0; round < 20; round += 1) size.took(16, 16 * 40);
	expect(size.most(4_000)).toBe(39);
	for (let round = 0; round < 20; round += 1) size.took(16, 16 * 1_000);
	expect(size.most(4_000)).toBe(8);
});

it('learns nothing from a single order', () => {
	const size = batchSize();
	size.took(1, 3_000);
	expect(size.most(4_000)).toBe(16);
});
