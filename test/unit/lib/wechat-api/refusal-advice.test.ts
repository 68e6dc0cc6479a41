import { apiAdvice } from '../../../../lib/wechat-api/refusal-advice';

it.each([40001, 40164, 45009, 48001, 10060004, 10020052])(
	'knows what to do about %p',
	(errcode) => {
		const advice = apiAdvice(errcode);
		expect(advice).not.toEqual(apiAdvice(123456));
		expect(advice.likelyCause).toMatch(/\.$/);
		expect(advice.nextStep).toMatch(/\.$/);
	},
);

it('asks for the rid where WeChat says something new', () => {
	expect(apiAdvice(123456).nextStep).toContain('rid');
});
