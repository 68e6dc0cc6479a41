import {
	channelQuantity,
	readChannelShare,
	WHOLE_STOCK,
	type ChannelShare,
} from '../../../../lib/core/channel-share';
import { seededRandom } from '../../../../sandbox';

const share = (one: Partial<ChannelShare>, bySku: Record<string, ChannelShare> = {}) => ({
	...WHOLE_STOCK,
	...one,
	bySku: new Map(Object.entries(bySku)),
});

test.each([
	['a percentage is rounded down', share({ percent: 60 }), 101, 60],
	['a percentage that binary fractions cannot hold', share({ percent: 57 }), 100, 57],
	['the strictest limit counts', share({ percent: 60, units: 50 }), 101, 50],
	['units alone', share({ units: 50 }), 30, 30],
	['above the floor, what is above it', share({ floor: 10 }), 11, 1],
	['a percentage and a floor', share({ percent: 50, floor: 10 }), 16, 6],
	['at the floor', share({ floor: 10 }), 10, 0],
	['a percentage of the last unit', share({ percent: 50 }), 1, 0],
	['no share at all', WHOLE_STOCK, 7, 7],
	['less than nothing', WHOLE_STOCK, -3, 0],
	['a share of nothing', share({ percent: 0 }), 100, 0],
])('%s', (_, shares, available, quantity) => {
	expect(channelQuantity(shares, available, [])).toBe(quantity);
});

test('a share of a SKU replaces the general one, by the first name that has one', () => {
	const shares = share({ percent: 50 }, { TEE: { percent: 100, units: 3, floor: 0 } });
	expect(channelQuantity(shares, 10, ['WX-TEE', 'TEE'])).toBe(3);
	expect(channelQuantity(shares, 10, ['CAP'])).toBe(5);
});

test('channels whose percentages add up to 100 never offer more than there is', () => {
	const random = seededRandom('channels');
	const below = (most: number) => random(4).readUInt32BE() % most;
	for (let round = 0; round < 2_000; round += 1) {
		const percent = below(10_001) / 100;
		const available = below(1_000);
		const ours = share({ percent, units: 1 + below(200), floor: below(20) });
		const theirs = share({ percent: 100 - percent });
		const [one, other] = [ours, theirs].map((each) => channelQuantity(each, available, []));
		expect(one! + other!).toBeLessThanOrEqual(available);
		expect(Number.isInteger(one) && one! >= 0).toBe(true);
	}
});

test('a share is read as typed, with nothing for no limit', () => {
	expect(readChannelShare('all', {})).toEqual({ percent: 100, floor: 0 });
	expect(readChannelShare('all', { percent: '60', units: 50, floor: '' })).toEqual({
		...{ percent: 60, units: 50, floor: 0 },
	});
	for (const typed of [{ percent: 101 }, { percent: -1 }, { units: -1 }, { floor: 'ten' }]) {
		expect(() => readChannelShare('"TEE"', typed)).toThrow(
			expect.objectContaining({
				code: 'STOCK_SHARE_INVALID',
				message: expect.stringContaining('"TEE"'),
			}),
		);
	}
});
