import { channelShares } from '../../../../nodes/shared/share-fields';

it('reads the share of all products and of single ones, and none where none is set', () => {
	expect(channelShares({})).toBeUndefined();
	const row = [{ sku: ' TEE ', percent: 100, units: 3, floor: 0 }];
	const shares = channelShares({
		channelShare: { share: { percent: 60, units: 0, floor: 5 } },
		channelShareBySku: { row },
	});
	expect(shares).toMatchObject({ percent: 60, floor: 5 });
	expect(shares?.bySku.get('TEE')).toEqual({ percent: 100, units: 3, floor: 0 });
});

it('names the SKU of a share that cannot be read', () => {
	const row = [{ sku: 'TEE', percent: 160 }];
	expect(() => channelShares({ channelShareBySku: { row } })).toThrow('"TEE"');
});
