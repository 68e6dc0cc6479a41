import fc from 'fast-check';

import {
	DESCRIPTION_LENGTH,
	describeLines,
	shorten,
} from '../../../../../lib/wechat-api/shipping/item-description';

describe('the description of what was shipped', () => {
	it('names each line with its quantity', () => {
		const lines = [
			{ name: 'Red tee, M', quantity: 2 },
			{ sku: 'CAP-BLK', quantity: 1 },
		];
		expect(describeLines(lines, '')).toBe('Red tee, M ×2; CAP-BLK ×1');
	});

	it('says how many kinds there are when not all fit', () => {
		const lines = Array.from({ length: 30 }, (_, index) => ({
			name: `红色短袖T恤 ${index}`,
			quantity: 1,
		}));
		const text = describeLines(lines, '');
		expect(text).toMatch(/^红色短袖T恤 0 ×1; .* … \(30\)$/);
		expect(text.length).toBeLessThanOrEqual(DESCRIPTION_LENGTH);
	});

	it('cuts one long name and keeps its quantity', () => {
		const text = describeLines([{ name: '长'.repeat(200), quantity: 12 }], '');
		expect(text).toHaveLength(DESCRIPTION_LENGTH);
		expect(text).toMatch(/长… ×12$/);
	});

	it('never cuts a character in half', () => {
		expect(shorten('👨‍👩‍👧👨‍👩‍👧', 10)).toBe('👨‍👩‍👧…');
	});

	it('takes what else is given where no line has a name', () => {
		expect(describeLines([{ quantity: 3 }], 'Gift card')).toBe('Gift card');
	});

	it('fits, and can be sent as UTF-8, whatever the lines say', () => {
		const line = fc.record({
			name: fc.string({ unit: 'binary', maxLength: 150 }),
			quantity: fc.oneof(fc.integer({ min: 0, max: 100_000 }), fc.double()),
		});
		fc.assert(
			fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
				const text = describeLines(lines, 'Goods');
				expect(text.length).toBeGreaterThan(0);
				expect(text.length).toBeLessThanOrEqual(DESCRIPTION_LENGTH);
				expect(JSON.stringify(text)).not.toMatch(/\\u|\\n|\\r|\\t/);
				expect(Buffer.from(text).toString()).toBe(text);
			}),
		);
	});
});
