import { customsRefused, isUndeclared } from '../../../../../lib/wechat-pay/customs/customs-errors';

it.each([
	['INVALID_REQUEST 商户不支持申报', '自助清关'],
	['INVALID_REQUEST 未在当前海关备案', 'Register exactly'],
	['INVALID_REQUEST 重入信息不一致', 'Run Declare'],
	['FAIL 支付人与订购人信息不一致', 'payer'],
	['INVALID_REQUEST 拆单金额不正确', 'in fen'],
	['PARAM_ERROR 交易单信息有误', 'Order Query'],
	['SOMETHING ELSE', 'Read its message'],
])('says what to do about %s', (said, step) => {
	expect(customsRefused(said)).toMatchObject({
		code: 'WECHAT_CUSTOMS_REFUSED',
		nextStep: expect.stringContaining(step),
	});
});

it('knows an order that was never declared', () => {
	expect(isUndeclared('INVALID_REQUEST 查询指定记录不存在')).toBe(true);
	expect(isUndeclared('SYSTEM_ERROR 系统异常')).toBe(false);
});
