import { generateKeyPairSync } from 'node:crypto';

import { checkAccount } from '../../../../../lib/wechat-pay/api/check-account';
import { queryOrder } from '../../../../../lib/wechat-pay/api/orders';
import type { WechatPayCredential } from '../../../../../lib/wechat-pay/keys/account';
import { openAccount } from '../../../../../lib/wechat-pay/keys/open-account';
import { issueCredentials, type Credentials, type Sandbox } from '../../../../../sandbox/index';
import { sharedCredentials, sharedSandbox } from '../../../../support/shared-sandbox';
import { testContext } from '../context';

const context = testContext();
const open: Sandbox[] = [];
afterAll(async () => Promise.all(open.map(async (sandbox) => sandbox.stop())));

// Issuing keys is slow: one merchant serves all tests.
let credentials: Credentials;
beforeAll(async () => {
	credentials = await sharedCredentials();
});

async function start(options: Parameters<typeof sharedSandbox>[0] = {}): Promise<Sandbox> {
	const sandbox = await sharedSandbox({ credentials, ...options });
	open.push(sandbox);
	return sandbox;
}

const check = async ({ credential }: Sandbox, change: Partial<WechatPayCredential> = {}) =>
	(await checkAccount(openAccount({ ...credential, ...change }), context)).proved;

describe('the credential test', () => {
	let sandbox: Sandbox;
	let stranger: Sandbox;
	beforeAll(async () => {
		sandbox = await start();
		stranger = await start({ credentials: await issueCredentials('1900000001') });
	});

	it('proves every field with a platform certificate', async () => {
		expect(await check(sandbox)).toBe(
			'Merchant, private key, verification keys and APIv3 key are right.',
		);
	});

	it('proves all but the APIv3 key in public key mode', async () => {
		const newer = await start({ keyMode: 'publicKey' });
		expect(await check(newer)).toContain('The APIv3 key cannot be tried for this account');
	});

	it('says how far the clock of this machine is ahead of WeChat Pay, before notifications are rejected', async () => {
		const ahead = async (clockOffsetMs: number) => {
			const { credential } = await start({ clockOffsetMs });
			return (await checkAccount(openAccount(credential), context)).clock_ahead_seconds;
		};
		expect(Math.abs((await ahead(0)) - 0)).toBeLessThanOrEqual(2);
		expect(Math.abs((await ahead(-120_000)) - 120)).toBeLessThanOrEqual(2);
		expect(Math.abs((await ahead(120_000)) + 120)).toBeLessThanOrEqual(2);
	});

	it('asks for answers signed with the public key when it holds one', async () => {
		const { id, pem } = sandbox.publicKey;
		expect(await check(sandbox, { verificationKeys: `${id}\n${pem}` })).toContain('are right');
	});

	it.each([
		['Merchant ID', () => ({ mchid: '1900000999' })],
		['Merchant Certificate Serial', () => ({ merchantSerial: 'A'.repeat(40) })],
		['Private Key', () => ({ privateKey: pkcs8() })],
		['APIv3 Key', () => ({ apiV3Key: 'x'.repeat(32) })],
		['Verification Keys', () => ({ verificationKeys: stranger.platformCertificate.pem })],
	])('names %s when it is another', async (field, change) => {
		await expect(check(sandbox, change())).rejects.toThrow(new RegExp(`^${field}: `));
	});

	it('names the clock when it is wrong', async () => {
		const { credential } = await start({ clockOffsetMs: 400_000 });
		await expect(checkAccount(openAccount(credential), context)).rejects.toThrow(/^Clock: /);
	});

	it('tells when the address cannot be reached', async () => {
		const { url } = stranger;
		await stranger.stop();
		await expect(check(sandbox, { baseUrl: url })).rejects.toMatchObject({
			code: 'HTTP_UNREACHABLE',
		});
	});

	it('does not believe what nobody signed', async () => {
		const account = openAccount(sandbox.credential);
		const send = async () => ({
			status: 200,
			headers: {},
			body: Buffer.from('{"trade_state":"SUCCESS"}'),
		});
		await expect(checkAccount(account, { ...context, send })).rejects.toMatchObject({
			code: 'WECHAT_RESPONSE_UNPROVED',
		});
	});
});

describe('an order query', () => {
	it('finds an order by both of its numbers, also where they need encoding', async () => {
		const sandbox = await start();
		const account = openAccount(sandbox.credential);
		const { transaction_id, out_trade_no } = sandbox.pay({ total: 100, out_trade_no: 'A|B*C-1_2' });
		for (const key of [{ transaction_id }, { out_trade_no }]) {
			expect(await queryOrder(account, key, context)).toMatchObject({
				transaction_id,
				out_trade_no,
			});
		}
	});

	it('says that there is none', async () => {
		const account = openAccount((await start()).credential);
		await expect(queryOrder(account, { out_trade_no: 'NOTHING-1' }, context)).rejects.toMatchObject(
			{
				code: 'WECHAT_REFUSED',
				message: 'WeChat Pay answered ORDER_NOT_EXIST: 订单不存在.',
				retryable: false,
			},
		);
	});
});

function pkcs8(): string {
	const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
	return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
