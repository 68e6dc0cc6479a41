import { validNumber } from '../../../../../nodes/WechatPay/shared/sharing-fields';

it('takes numbers of requests as WeChat Pay does, and no others', () => {
	expect(validNumber('SHOP1-S1')).toBe('SHOP1-S1');
	for (const wrong of ['', 'SHOP 1', 'S'.repeat(65)]) {
		expect(() => validNumber(wrong)).toThrow(
			expect.objectContaining({ code: 'WECHAT_SHARE_NUMBER_INVALID' }),
		);
	}
});
