import type { Credentials, Sandbox } from '../../../../../sandbox';
import { sharedCredentials, sharedSandbox } from '../../../../support/shared-sandbox';
import { askToken, get, post } from '../call';

let credentials: Credentials;
let sandbox: Sandbox;
const clock = { ms: 0 };

beforeAll(async () => {
	credentials = await sharedCredentials();
});
beforeEach(async () => {
	clock.ms = Date.parse('2026-11-22T10:00:00+08:00');
	sandbox = await sharedSandbox({ credentials, now: () => clock.ms });
});
afterEach(async () => sandbox.stop());

const token = async (force = false): Promise<string> =>
	String((await askToken(sandbox, 'miniProgram', force)).json.access_token);
const used = async (text: string): Promise<number | undefined> => {
	const path = `/wxa/sec/order/is_trade_managed?access_token=${text}`;
	return (await post(sandbox, path, { appid: sandbox.serverApi.miniProgram.appid })).json.errcode;
};

test('normal mode hands out the same token until its last five minutes, then both live', async () => {
	const first = await askToken(sandbox);
	expect(first.json).toEqual({ access_token: expect.any(String) as string, expires_in: 7200 });
	clock.ms += 6_899_000;
	expect((await askToken(sandbox)).json).toEqual({ ...first.json, expires_in: 301 });
	clock.ms += 1000;
	const second = await askToken(sandbox);
	expect(second.json.access_token).not.toBe(first.json.access_token);
	expect(second.json.expires_in).toBe(7200);
	expect(await used(String(first.json.access_token))).toBe(0);
	clock.ms += 300_000;
	expect(await used(String(first.json.access_token))).toBe(42001);
	expect(await used(String(second.json.access_token))).toBe(0);
});

test('a forced refresh ends the old token at once, not more than every 30 s and 20 times a day', async () => {
	const first = await token();
	const second = await token(true);
	expect([await used(first), await used(second)]).toEqual([40001, 0]);
	clock.ms += 29_000;
	expect(await token(true)).toBe(second);
	for (let forced = 2; forced < 20; forced++) {
		clock.ms += 30_000;
		await token(true);
	}
	clock.ms += 30_000;
	const last = await askToken(sandbox, 'miniProgram', true);
	expect(last.json).toMatchObject({
		errcode: 45009,
		errmsg: expect.stringMatching(/ rid: /) as string,
	});
	clock.ms += 24 * 3600 * 1000;
	expect((await askToken(sandbox, 'miniProgram', true)).json.expires_in).toBe(7200);
});

test('the older call ends its own earlier token after five minutes, and no stable one', async () => {
	const stable = await token();
	const { appid, secret } = sandbox.serverApi.miniProgram;
	const target = `/cgi-bin/token?grant_type=client_credential&appid=${appid}&secret=${secret}`;
	const first = String((await get(sandbox, target)).json.access_token);
	const second = String((await get(sandbox, target)).json.access_token);
	await token(true);
	expect([await used(first), await used(second), await used(stable)]).toEqual([0, 0, 40001]);
	clock.ms += 300_000;
	expect([await used(first), await used(second)]).toEqual([40001, 0]);
});

test('refuses a missing, malformed, unknown, ended, expired or foreign token', async () => {
	const mine = await token();
	expect(await used('')).toBe(41001);
	expect(await used('short')).toBe(40014);
	expect(await used('x'.repeat(136))).toBe(40001);
	const ofShop = String((await askToken(sandbox, 'shopAccount')).json.access_token);
	expect(await used(ofShop)).toBe(48001);
	sandbox.serverApi.endTokens('invalidated');
	expect(await used(mine)).toBe(40001);
	const next = await token();
	expect(next).not.toBe(mine);
	sandbox.serverApi.endTokens('expired');
	expect(await used(next)).toBe(42001);
	expect(sandbox.serverApi.tokens()).toMatchObject([
		{ access_token: mine, line: 'stable', endedAtMs: clock.ms },
		{ access_token: ofShop },
		{ access_token: next, expiresAtMs: clock.ms, endedAtMs: null },
	]);
});

test.each([
	[{ grant_type: 'password' }, 40002],
	[{ appid: '' }, 41002],
	[{ appid: 'wx0000000000000000' }, 40013],
	[{ secret: '' }, 41004],
	[{ secret: 'not a secret' }, 40125],
	[{ secret: '0'.repeat(32) }, 40001],
])('refuses a question with %j', async (wrong, errcode) => {
	const { miniProgram } = sandbox.serverApi;
	const question = { grant_type: 'client_credential', ...miniProgram, ...wrong };
	expect((await post(sandbox, '/cgi-bin/stable_token', question)).json.errcode).toBe(errcode);
});

test('a blocked address is named in the text, as WeChat writes it', async () => {
	sandbox.serverApi.rules.blockedIp = '118.190.42.90';
	const { status, json } = await askToken(sandbox);
	expect(status).toBe(200);
	expect(json).toEqual({
		errcode: 40164,
		errmsg: expect.stringMatching(
			/^invalid ip 118\.190\.42\.90 ipv6 ::ffff:118\.190\.42\.90, not in whitelist rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/,
		) as string,
	});
});

test('limits count calls within a minute and a day in Beijing', async () => {
	sandbox.serverApi.rules.callLimits['/cgi-bin/stable_token'] = { perMinute: 2, perDay: 3 };
	const errcodes = async (calls: number) => {
		const all: (number | undefined)[] = [];
		for (let call = 0; call < calls; call++) all.push((await askToken(sandbox)).json.errcode);
		return all;
	};
	expect(await errcodes(3)).toEqual([undefined, undefined, 45011]);
	clock.ms += 60_000;
	expect(await errcodes(2)).toEqual([undefined, 45009]);
	clock.ms = Date.parse('2026-11-23T00:00:00+08:00');
	expect(await errcodes(1)).toEqual([undefined]);
});

test('refuses what is no call', async () => {
	const text = await token();
	const target = `/wxa/sec/order/get_order?access_token=${text}`;
	const errcodes: (number | undefined)[] = [];
	for (const body of ['', 'no JSON', '[]', '{"transaction_id":"\\u4e2d"}']) {
		errcodes.push((await post(sandbox, target, body)).json.errcode);
	}
	expect(errcodes).toEqual([44002, 47001, 47001, 40033]);
	expect((await get(sandbox, target)).json.errcode).toBe(43002);
	expect((await post(sandbox, `/wxa/sec/unknown?access_token=${text}`, {})).json.errcode).toBe(
		40066,
	);
});
