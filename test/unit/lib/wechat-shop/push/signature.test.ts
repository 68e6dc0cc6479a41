import { pushSignature, verifyPush } from '../../../../../lib/wechat-shop/push/signature';
import { PAGES, SAFE_POST, SHOP_PAY, WXJAVA } from './vectors';

const CHECK = {
	timestamp: '1714036504',
	nonce: '1514711492',
	signature: 'f464b24fc39322e44b38aa78f5edd27bd1441696',
};
const codeOf = (run: () => void): string => {
	try {
		run();
		return 'accepted';
	} catch (error) {
		return (error as { code: string }).code;
	}
};

it("equals WeChat's and WxJava's worked examples", () => {
	expect(pushSignature(PAGES.token, [CHECK.timestamp, CHECK.nonce])).toBe(CHECK.signature);
	expect(pushSignature(PAGES.token, ['1714037059', '486452656'])).toBe(
		'899cf89e464efb63f54ddac96b0a0a235f53aa78',
	);
	const { timestamp, nonce, encrypted } = SAFE_POST;
	expect(pushSignature(PAGES.token, [timestamp, nonce])).toBe(SAFE_POST.signature);
	expect(pushSignature(PAGES.token, [timestamp, nonce, encrypted])).toBe(SAFE_POST.msg_signature);
	expect(
		pushSignature(WXJAVA.token, [SHOP_PAY.timestamp, SHOP_PAY.nonce, SHOP_PAY.encrypted]),
	).toBe(SHOP_PAY.msg_signature);
});

it('checks msg_signature, since signature alone covers no body', () => {
	const { encrypted, timestamp, nonce, signature } = SAFE_POST;
	const withoutBody = { timestamp, nonce, signature };
	const now = Number(timestamp);
	expect(codeOf(() => verifyPush(PAGES, SAFE_POST, encrypted, now))).toBe('accepted');
	expect(codeOf(() => verifyPush(PAGES, withoutBody, encrypted, now))).toBe(
		'WECHAT_PUSH_SIGNATURE_MISSING',
	);
	expect(codeOf(() => verifyPush(PAGES, SAFE_POST, `${encrypted}A`, now))).toBe(
		'WECHAT_PUSH_SIGNATURE_INVALID',
	);
});

it.each([
	[0, 'accepted'],
	[300, 'accepted'],
	[301, 'WECHAT_PUSH_EXPIRED'],
	[-13_000, 'accepted'],
	[-14_401, 'WECHAT_PUSH_EXPIRED'],
])('accepts a request signed %i seconds from now: %s', (seconds, code) => {
	const now = Number(CHECK.timestamp) - seconds;
	expect(codeOf(() => verifyPush(PAGES, CHECK, undefined, now))).toBe(code);
});

it('refuses digits that were moved from the nonce to the time, which sign to the same text', () => {
	const moved = { ...CHECK, nonce: '151471149', timestamp: '21714036504' };
	expect(pushSignature(PAGES.token, [moved.timestamp, moved.nonce])).toBe(CHECK.signature);
	expect(codeOf(() => verifyPush(PAGES, moved, undefined, 21_714_036_504))).toBe(
		'WECHAT_PUSH_SIGNATURE_MISSING',
	);
});

it.each([
	['a parameter that comes twice', { nonce: ['1', '2'] }],
	['no time', { timestamp: undefined }],
	['a signature of another length', { signature: 'f464' }],
])('refuses %s', (_, changed) => {
	const query = { ...CHECK, ...changed };
	expect(codeOf(() => verifyPush(PAGES, query, undefined, 1714036504))).toBe(
		'WECHAT_PUSH_SIGNATURE_MISSING',
	);
});
