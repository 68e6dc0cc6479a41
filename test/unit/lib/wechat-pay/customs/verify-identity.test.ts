import { checkedIdentity } from '../../../../../lib/wechat-pay/customs/verify-identity';

it.each([
	['a passport', { certificate_id: 'E12345678', certificate_name: '张三' }],
	['no name', { certificate_id: '11010519491231002X', certificate_name: ' ' }],
])('refuses %s without repeating it', (_, identity) => {
	expect(() => checkedIdentity(identity)).toThrow(
		expect.objectContaining({
			code: 'WECHAT_CUSTOMS_IDENTITY_INVALID',
			message: expect.not.stringMatching(/E12345678|11010519|张三/),
		}),
	);
});
