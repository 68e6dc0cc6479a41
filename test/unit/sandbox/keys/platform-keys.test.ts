import { X509Certificate } from 'node:crypto';

import {
	issueCredentials,
	seededRandom,
	type Credentials,
	type Sandbox,
	type SandboxOptions,
} from '../../../../sandbox';
import { sharedCredentials, sharedSandbox } from '../../../support/shared-sandbox';
import { get } from '../api-call';
import { decrypt, isGenuine } from '../merchant';
import { receive } from '../receiver';

let credentials: Credentials;
beforeAll(async () => {
	credentials = await sharedCredentials();
});

async function withSandbox(
	options: SandboxOptions,
	work: (sandbox: Sandbox) => Promise<void>,
): Promise<void> {
	const sandbox = await sharedSandbox({ credentials, ...options });
	await work(sandbox).finally(async () => sandbox.stop());
}

/** Serials that sign 200 notifications, and how often. */
function signers(sandbox: Sandbox): Record<string, number> {
	const payment = sandbox.pay({ total: 1 });
	const counts: Record<string, number> = {};
	for (let made = 0; made < 200; made++) {
		const { headers } = sandbox.prepareNotification(payment);
		const serial = headers['Wechatpay-Serial'] ?? '';
		counts[serial] = (counts[serial] ?? 0) + 1;
	}
	return counts;
}

async function listed(sandbox: Sandbox): Promise<{ serial_no: string; pem: string }[]> {
	const { json } = await get(sandbox, '/v3/certificates');
	return (
		json.data as { serial_no: string; encrypt_certificate: Parameters<typeof decrypt>[0] }[]
	).map(({ serial_no, encrypt_certificate }) => ({
		serial_no,
		pem: decrypt(encrypt_certificate, sandbox.merchant.apiV3Key),
	}));
}

test('a new certificate signs at once, and is listed beside the old one', async () =>
	withSandbox({}, async (sandbox) => {
		const old = sandbox.platformCertificate;
		const before = sandbox.credential.verificationKeys;
		const issued = await sandbox.rotateCertificate();
		expect(sandbox.platformCertificate).toEqual(issued);
		expect(issued.serialNo).not.toBe(old.serialNo);
		const certificate = new X509Certificate(issued.pem);
		expect(certificate.verify(new X509Certificate(credentials.authorityPem).publicKey)).toBe(true);
		expect(certificate.serialNumber).toBe(issued.serialNo);
		expect(signers(sandbox)).toEqual({ [issued.serialNo]: 200 });
		expect(await listed(sandbox)).toEqual([
			{ serial_no: old.serialNo, pem: old.pem },
			{ serial_no: issued.serialNo, pem: issued.pem },
		]);
		expect(sandbox.verificationKeys.map(({ id }) => id)).toEqual([
			old.serialNo,
			issued.serialNo,
			sandbox.publicKey.id,
		]);
		expect(sandbox.credential.verificationKeys).toBe(before);
		const { headers, body } = sandbox.prepareNotification(sandbox.pay({ total: 1 }));
		expect(isGenuine(sandbox, headers, body)).toBe(true);
	}));

test('the old certificate goes on signing for its share, or when it is named', async () =>
	withSandbox({ random: seededRandom('gray') }, async (sandbox) => {
		const old = sandbox.platformCertificate.serialNo;
		const { serialNo } = await sandbox.rotateCertificate();
		sandbox.shares.newestCertificate = 0.5;
		const counts = signers(sandbox);
		expect(Object.keys(counts).sort()).toEqual([old, serialNo].sort());
		expect(Math.min(...Object.values(counts))).toBeGreaterThan(60);
		const { headers, body } = sandbox.sign('{}', { keyId: old });
		expect(headers['Wechatpay-Serial']).toBe(old);
		expect(isGenuine(sandbox, headers, body)).toBe(true);
		expect(() => sandbox.sign('{}', { keyId: 'UNKNOWN' })).toThrow('UNKNOWN');
	}));

test('a retired certificate is listed no more, and signs nothing', async () =>
	withSandbox({}, async (sandbox) => {
		const old = sandbox.platformCertificate.serialNo;
		expect(() => sandbox.retireCertificate(old)).toThrow('only certificate');
		const { serialNo } = await sandbox.rotateCertificate();
		sandbox.retireCertificate(old);
		expect((await listed(sandbox)).map(({ serial_no }) => serial_no)).toEqual([serialNo]);
		expect(() => sandbox.sign('{}', { keyId: old })).toThrow(old);
		expect(() => sandbox.retireCertificate(old)).toThrow(old);
	}));

test('a rotation does not leak into other sandboxes with the same keys', async () =>
	withSandbox({}, async (sandbox) => {
		await sandbox.rotateCertificate();
		await withSandbox({}, async (other) => {
			expect(other.platformCertificate.serialNo).toBe(credentials.platformCertificate.id);
		});
	}));

describe('the move to the public key', () => {
	test('takes its share of notifications, and no answers', async () =>
		withSandbox({ random: seededRandom('move'), shares: { publicKey: 0.2 } }, async (sandbox) => {
			const counts = signers(sandbox);
			expect(counts[sandbox.publicKey.id]).toBeGreaterThan(20);
			expect(counts[sandbox.publicKey.id]).toBeLessThan(60);
			sandbox.shares.publicKey = 1;
			expect(signers(sandbox)).toEqual({ [sandbox.publicKey.id]: 200 });
			const { headers } = await get(sandbox, '/v3/certificates');
			expect(headers['wechatpay-serial']).toBe(sandbox.platformCertificate.serialNo);
		}));

	test('an answer is signed by whichever key the request names', async () =>
		withSandbox({}, async (sandbox) => {
			const old = sandbox.platformCertificate.serialNo;
			await sandbox.rotateCertificate();
			for (const id of [old, sandbox.platformCertificate.serialNo, sandbox.publicKey.id]) {
				const named = { 'Wechatpay-Serial': id };
				const { headers, text } = await get(sandbox, '/v3/certificates', {}, named);
				expect(headers['wechatpay-serial']).toBe(id);
				expect(isGenuine(sandbox, headers, text)).toBe(true);
			}
		}));
});

describe('probes', () => {
	test('go before a delivery, are logged as such, and their answer decides nothing', async () => {
		const receiver = await receive((response, count) =>
			response.writeHead([200, 500, 401, 204][count - 1] ?? 200).end(),
		);
		await withSandbox({ shares: { probes: 1 }, sleep: async () => undefined }, async (sandbox) => {
			const payment = sandbox.pay({ total: 1 });
			const { acknowledged, deliveries } = await sandbox.notify(payment, { url: receiver.url });
			expect(acknowledged).toBe(true);
			expect(deliveries.map(({ attempt, probe, status }) => ({ attempt, probe, status }))).toEqual([
				{ attempt: 1, probe: true, status: 200 },
				{ attempt: 1, probe: false, status: 500 },
				{ attempt: 2, probe: true, status: 401 },
				{ attempt: 2, probe: false, status: 204 },
			]);
			const genuine = receiver.received.map(({ headers, body }) =>
				isGenuine(sandbox, headers as Record<string, string>, body),
			);
			expect(genuine).toEqual([false, true, false, true]);
			expect(receiver.received[0]!.headers['wechatpay-signature']).toMatch(
				/^WECHATPAY\/SIGNTEST\//,
			);
			expect(receiver.received[0]!.body).toBe(receiver.received[1]!.body);
		});
		await receiver.close();
	});

	test('come in API answers too', async () =>
		withSandbox({ shares: { answerProbes: 1 } }, async (sandbox) => {
			const { status, headers, text } = await get(sandbox, '/v3/certificates');
			expect(status).toBe(200);
			expect(headers['wechatpay-signature']).toMatch(/^WECHATPAY\/SIGNTEST\//);
			expect(isGenuine(sandbox, headers, text)).toBe(false);
		}));
});

test('a certificate of the merchant that has ended signs no call, and the renewed one does', async () => {
	const start = Date.parse('2028-07-01T12:00:00Z');
	const clock = { ms: start };
	const end = new Date(start + 3_600_000);
	const issued = await issueCredentials('1900000001', start, undefined, end);
	await withSandbox({ credentials: issued, now: () => clock.ms }, async (sandbox) => {
		const ask = async (renewed?: { serialNo: string; privateKeyPem: string }) => {
			const { serialNo, privateKeyPem } = renewed ?? sandbox.merchant;
			const timestamp = Math.floor(clock.ms / 1000);
			return await get(sandbox, '/v3/certificates', { timestamp, serialNo, privateKeyPem });
		};
		expect((await ask()).status).toBe(200);
		clock.ms += 2 * 3_600_000;
		const refused = await ask();
		expect([refused.status, refused.json.code]).toEqual([401, 'SIGN_ERROR']);
		expect((await ask(await sandbox.renewMerchantCertificate())).status).toBe(200);
	});
});
