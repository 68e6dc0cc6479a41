import type { WechatApiAccount } from '../../../../lib/wechat-api/account';
import { accessTokens, requestToken } from '../../../../lib/wechat-api/access-token';
import { scripted, type Reply } from './context';

const ACCOUNT: WechatApiAccount = {
	kind: 'miniProgram',
	appid: 'wxdddddddddddddddd',
	baseUrl: 'https://api.weixin.qq.com',
	tokens: { from: 'wechat', secret: 'the-secret' },
};
const SERVER: WechatApiAccount = {
	...ACCOUNT,
	tokens: { from: 'server', url: 'https://tokens.example.com/wx', secret: 'shared' },
};

async function ask(account: WechatApiAccount, reply: Reply) {
	const { context, asked } = scripted([reply]);
	return { token: await requestToken(account, context), request: asked[0] };
}

describe('asking for a token', () => {
	it('asks WeChat for the stable one, which kills nobody else’s', async () => {
		const { token, request } = await ask(ACCOUNT, {
			body: { access_token: 'abc', expires_in: 5400 },
		});
		expect(token).toEqual({ token: 'abc', expiresIn: 5400 });
		expect(request?.url).toBe('https://api.weixin.qq.com/cgi-bin/stable_token');
		expect(JSON.parse(request?.body ?? '')).toEqual({
			grant_type: 'client_credential',
			appid: 'wxdddddddddddddddd',
			secret: 'the-secret',
			force_refresh: false,
		});
	});

	it('asks a token server of the merchant in its place', async () => {
		const { token, request } = await ask(SERVER, { body: { access_token: 'xyz', expires_in: 60 } });
		expect(token).toEqual({ token: 'xyz', expiresIn: 60 });
		expect(request).toMatchObject({
			method: 'GET',
			url: 'https://tokens.example.com/wx',
			headers: { Authorization: 'Bearer shared' },
		});
	});

	it('names the address that WeChat blocks, and where to allow it', async () => {
		const errmsg = 'invalid ip 203.0.113.9 ipv6 ::ffff:203.0.113.9, not in whitelist rid: 1-2-3';
		await expect(ask(ACCOUNT, { body: { errcode: 40164, errmsg } })).rejects.toMatchObject({
			code: 'WECHAT_API_REFUSED',
			message: expect.stringContaining('203.0.113.9'),
			nextStep: expect.stringContaining('IP白名单'),
			retryable: false,
		});
	});

	it('takes 40001 for a wrong AppSecret, and never shows it', async () => {
		const failed = ask(ACCOUNT, { body: { errcode: 40001, errmsg: 'invalid credential' } });
		await expect(failed).rejects.toMatchObject({
			likelyCause: expect.stringContaining('AppSecret'),
		});
		await expect(failed).rejects.not.toMatchObject({
			message: expect.stringContaining('the-secret'),
		});
	});

	it('refuses an answer without a token', async () => {
		await expect(ask(SERVER, { body: { hello: 1 } })).rejects.toMatchObject({
			code: 'WECHAT_TOKEN_MISSING',
		});
	});
});

function accountWith(lives: number[]) {
	const clock = { ms: 0 };
	let asked = 0;
	const token = accessTokens(
		async () => {
			asked += 1;
			return { token: `token-${asked}`, expiresIn: lives[asked - 1] ?? 7200 };
		},
		() => clock.ms,
	);
	return { token, clock, asked: () => asked };
}

describe('the token of an account', () => {
	it('is asked for by one call, however many wait for it', async () => {
		const { token, asked } = accountWith([7200]);
		const tokens = await Promise.all(Array.from({ length: 20 }, async () => await token()));
		expect(new Set(tokens)).toEqual(new Set(['token-1']));
		expect(asked()).toBe(1);
	});

	it('is renewed five minutes before its end', async () => {
		const { token, clock } = accountWith([7200, 7200]);
		await token();
		clock.ms = (7200 - 300) * 1000 - 1;
		expect(await token()).toBe('token-1');
		clock.ms += 1;
		expect(await token()).toBe('token-2');
	});

	it('is kept for a moment when it comes with its last five minutes', async () => {
		const { token, clock } = accountWith([300, 300]);
		await token();
		clock.ms = 9_999;
		expect(await token()).toBe('token-1');
		clock.ms = 10_000;
		expect(await token()).toBe('token-2');
	});

	it('is asked for once when many learn at once that it was refused', async () => {
		const { token, asked } = accountWith([7200, 7200]);
		const refused = await token();
		const tokens = await Promise.all([token(refused), token(refused)]);
		expect(tokens).toEqual(['token-2', 'token-2']);
		expect(await token(refused)).toBe('token-2');
		expect(asked()).toBe(2);
	});

	it('is asked for again after a failure', async () => {
		let asked = 0;
		const token = accessTokens(
			async () => {
				asked += 1;
				if (asked === 1) throw new Error('no network');
				return { token: 'good', expiresIn: 7200 };
			},
			() => 0,
		);
		await expect(token()).rejects.toThrow('no network');
		expect(await token()).toBe('good');
	});
});
