import { X509Certificate } from 'node:crypto';

import { sendHttp } from '../../../../../lib/core/http';
import { KeyRing } from '../../../../../lib/wechat-pay/api/key-ring';
import { downloadCertificates } from '../../../../../lib/wechat-pay/api/platform-certificates';
import { openAccount } from '../../../../../lib/wechat-pay/keys/open-account';
import type { Credentials, Sandbox } from '../../../../../sandbox/index';
import { sharedCredentials, sharedSandbox } from '../../../../support/shared-sandbox';
import { testContext } from '../context';
import { NOW } from '../merchant';

let credentials: Credentials;
let sandbox: Sandbox;
let now: number;
let problems: string[];
let calls: number;

beforeAll(async () => {
	credentials = await sharedCredentials(NOW * 1000);
});

beforeEach(async () => {
	now = NOW;
	problems = [];
	calls = 0;
	sandbox = await sharedSandbox({ credentials, now: () => now * 1000 });
});
afterEach(async () => sandbox.stop());

function openRing(
	verificationKeys: string,
	{ send = sendHttp, ...fields }: { send?: typeof sendHttp; apiV3Key?: string } = {},
): KeyRing {
	const account = openAccount({
		...sandbox.credential,
		verificationKeys,
		platformRefresh: 'automatic',
		...fields,
	});
	const context = testContext({
		now: () => now * 1000,
		send: async (...request) => {
			calls += 1;
			return await send(...request);
		},
	});
	return new KeyRing(account, {
		download: async (known, first) => await downloadCertificates(account, known, first, context),
		now: () => now,
		onProblem: ({ code }) => problems.push(code),
	});
}

const ids = (ring: KeyRing) => [...ring.keys.keys()];
const publicKey = () => `${sandbox.publicKey.id}\n${sandbox.publicKey.pem}`;
const settled = async () => await new Promise((resolve) => setTimeout(resolve, 200));

describe('the key ring', () => {
	it('fetches the certificates of an account without keys when one is needed', async () => {
		const ring = openRing('');
		const { serialNo } = sandbox.platformCertificate;
		await ring.prepare(serialNo.toLowerCase());
		expect(ids(ring)).toEqual([serialNo]);
		expect(problems).toEqual([]);
	});

	it('learns a new certificate by its serial, and keeps the old one as long as WeChat lists it', async () => {
		const first = sandbox.platformCertificate;
		const ring = openRing('');
		await ring.prepare(first.serialNo);
		const second = await sandbox.rotateCertificate();
		now += 60;
		await ring.prepare(second.serialNo);
		expect(ids(ring)).toEqual([first.serialNo, second.serialNo]);
		sandbox.retireCertificate(first.serialNo);
		now += 6 * 3600;
		await ring.prepare(second.serialNo);
		await settled();
		expect(ids(ring)).toEqual([second.serialNo]);
		expect(problems).toEqual([]);
	});

	it('asks once a minute at most, whatever serials come', async () => {
		const ring = openRing('');
		const serial = (number: number) => number.toString(16).padStart(40, 'A');
		await Promise.all(Array.from({ length: 20 }, async (_, n) => ring.prepare(serial(n))));
		now += 59;
		await ring.prepare(serial(21));
		expect(calls).toBe(1);
		now += 1;
		await ring.prepare(serial(22));
		expect(calls).toBe(2);
	});

	it('never asks for a public key or for nonsense', async () => {
		const ring = openRing('');
		for (const serial of ['PUB_KEY_ID_0123', '', 'x'.repeat(40), '(unreadable)']) {
			await ring.prepare(serial);
		}
		expect(calls).toBe(0);
	});

	it('never delays a known serial, however long a refresh takes', async () => {
		const { pem, serialNo } = sandbox.platformCertificate;
		const ring = openRing(pem, { send: async () => await new Promise(() => {}) });
		await ring.prepare(serialNo);
		expect(calls).toBe(1);
		await ring.prepare(serialNo);
		expect(calls).toBe(1);
	});

	it('keeps both kinds during a migration, and asks nothing of a merchant with public keys alone', async () => {
		const { pem, serialNo } = sandbox.platformCertificate;
		const both = openRing(`${publicKey()}\n${pem}`);
		const next = await sandbox.rotateCertificate();
		await both.prepare(next.serialNo);
		expect(ids(both)).toEqual([sandbox.publicKey.id, serialNo, next.serialNo]);
		const alone = openRing(publicKey());
		calls = 0;
		await alone.prepare(next.serialNo);
		expect(calls).toBe(0);
	});

	it('drops a certificate at its end', async () => {
		const ring = openRing('');
		const { serialNo, pem } = sandbox.platformCertificate;
		await ring.prepare(serialNo);
		now = Date.parse(new X509Certificate(pem).validTo) / 1000;
		await ring.prepare(serialNo);
		expect(ids(ring)).toEqual([]);
	});

	it('takes no list that is not proved, or not encrypted with its own key', async () => {
		sandbox.shares.answerProbes = 1;
		const probed = openRing('');
		await probed.prepare(sandbox.platformCertificate.serialNo);
		expect([ids(probed), problems]).toEqual([[], ['WECHAT_RESPONSE_UNPROVED']]);
		sandbox.shares.answerProbes = 0;
		const ring = openRing('', { apiV3Key: 'another key of thirty-two chars.' });
		await ring.prepare(sandbox.platformCertificate.serialNo);
		expect(ids(ring)).toEqual([]);
		expect(problems).toEqual(['WECHAT_RESPONSE_UNPROVED', 'WECHAT_DECRYPTION_FAILED']);
	});

	it('stays as it is when WeChat cannot be reached, and tells so', async () => {
		const { pem, serialNo } = sandbox.platformCertificate;
		const ring = openRing(pem);
		await sandbox.stop();
		await ring.prepare('A'.repeat(40));
		expect(ids(ring)).toEqual([serialNo]);
		expect(problems).toEqual(['HTTP_UNREACHABLE']);
	});
});
