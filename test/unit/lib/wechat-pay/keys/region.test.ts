import type { WechatPayAccount } from '../../../../../lib/wechat-pay/keys/account';
import { crossBorder, isCrossBorder, requireSide } from '../../../../../lib/wechat-pay/keys/region';

const account = (region: string, paths?: string) => ({ region, paths }) as WechatPayAccount;

describe('the paths of an account', () => {
	it.each([
		['mainland', undefined, false, '/v3/global'],
		['mainland', 'hk', false, '/v3/global'],
		['global', undefined, true, '/v3/global'],
		['hk', undefined, true, '/hk/v3'],
		['sandbox', undefined, false, '/v3/global'],
		['sandbox', 'global', true, '/v3/global'],
		['custom', 'hk', true, '/hk/v3'],
	])('of region %s with paths %s', (region, paths, cross, prefix) => {
		expect(isCrossBorder(account(region, paths))).toBe(cross);
		expect(crossBorder(account(region, paths))).toBe(prefix);
	});

	it('are all at the sandbox, and elsewhere those of the region', () => {
		const refused = (region: string, side: 'mainland' | 'global') => () =>
			requireSide(account(region), side);
		for (const side of ['mainland', 'global'] as const) {
			expect(refused('sandbox', side)).not.toThrow();
		}
		expect(refused('hk', 'global')).not.toThrow();
		expect(refused('mainland', 'mainland')).not.toThrow();
		const wrong = expect.objectContaining({ code: 'WECHAT_REGION_WRONG' }) as Error;
		expect(refused('hk', 'mainland')).toThrow(wrong);
		expect(refused('global', 'mainland')).toThrow(wrong);
		expect(refused('mainland', 'global')).toThrow(wrong);
	});
});
