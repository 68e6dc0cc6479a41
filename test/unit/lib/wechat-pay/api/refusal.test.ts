import { adviceOn, refusalError } from '../../../../../lib/wechat-pay/api/refusal';

describe('what is said about a refusal', () => {
	const DOCUMENTED = [
		...['PARAM_ERROR', 'INVALID_REQUEST', 'ORDER_PAID', 'ORDER_CLOSED', 'OUT_TRADE_NO_USED'],
		...['APPID_MCHID_NOT_MATCH', 'MCH_NOT_EXISTS', 'NO_STATEMENT_EXIST', 'STATEMENT_CREATING'],
		...[
			'SIGN_ERROR',
			'NO_AUTH',
			'NOT_ENOUGH',
			'RULE_LIMIT',
			'TRADE_ERROR',
			'USER_ACCOUNT_ABNORMAL',
		],
		...['ORDER_NOT_EXIST', 'RESOURCE_NOT_EXISTS', 'FREQUENCY_LIMITED', 'RATELIMIT_EXCEEDED'],
		'RATE_LIMITED',
	];
	it.each(DOCUMENTED)('tells cause and next step of %s', (code) => {
		const advice = adviceOn(code);
		expect(advice?.likelyCause).toMatch(/^[A-Z].{20,}\.$/s);
		expect(advice?.nextStep).toMatch(/^[A-Z].{20,}\.$/s);
	});

	it('does not let headers of a stranger turn into an endless pause', () => {
		for (const header of ['Sun, 22 Nov 2026 22:00:30 GMT', 'NaN', '1e9']) {
			const answer = { status: 429, headers: { 'retry-after': header }, body: {} };
			expect(refusalError(answer).retryAfterMs).toBeUndefined();
		}
	});

	it('knows nothing of codes that are names of object members', () => {
		expect(adviceOn('constructor')).toBeUndefined();
	});
});
