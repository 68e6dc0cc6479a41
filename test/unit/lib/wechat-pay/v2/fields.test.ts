import { renamed, v2Amount } from '../../../../../lib/wechat-pay/v2/fields';

it('renames what is there and leaves out what is empty', () => {
	const fields = { mch_id: '19', sub_mch_id: '', attach: 'a' };
	const names = { mchid: 'mch_id', sub_mchid: 'sub_mch_id', openid: 'openid', attach: 'attach' };
	expect(renamed(fields, names)).toEqual({ mchid: '19', attach: 'a' });
});

it('reads whole amounts only', () => {
	expect(v2Amount('0')).toBe(0);
	expect(v2Amount('123456789012345')).toBe(123456789012345);
	for (const text of [undefined, '', '1.5', '-1', '1e3', '1234567890123456', ' 1', '１'])
		expect(v2Amount(text)).toBeUndefined();
});
