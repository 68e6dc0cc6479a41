import { endedRuns, startedWith } from '../support/ended-runs';
import {
	publishReceiver,
	startReceivingStack,
	type ReceivingStack,
} from '../support/receiving-stack';

let stack: ReceivingStack;
let firstCertificate: string;

beforeAll(async () => {
	stack = await startReceivingStack({ timeScale: 0.1 });
	firstCertificate = stack.sandbox.platformCertificate.pem;
}, 1_800_000);

afterAll(async () => await stack?.stop(), 60_000);

const PARAMETERS = { acknowledge: 'onReceived' };
const wait = async (ms: number) => await new Promise((resolve) => setTimeout(resolve, ms));

/** Payments one after the other, resent as WeChat resends (ten times as fast), while something happens. */
async function stream(url: string, meanwhile: () => Promise<unknown>, count = 20) {
	const { sandbox } = stack;
	const sent: Array<ReturnType<typeof sandbox.notify>> = [];
	const half = count / 2;
	let happening: Promise<unknown> = Promise.resolve();
	for (let number = 0; number < count; number += 1) {
		if (number === half) happening = meanwhile();
		sent.push(sandbox.notify(sandbox.pay({ total: 9900, attach: 'TEE-RED-M*1' }), { url }));
		await wait(100);
	}
	await happening;
	return await Promise.all(sent);
}

const paymentsOf = (results: Awaited<ReturnType<typeof stream>>) =>
	results.map(({ deliveries }) => deliveries[0]?.transaction_id ?? '');

const acknowledged = (results: Awaited<ReturnType<typeof stream>>) =>
	results.filter((result) => result.acknowledged).length;

describe('keys', () => {
	it('are fetched for a credential without any, and fetched anew after a rotation and a restart in mid-stream', async () => {
		const credential = { verificationKeys: '' };
		const { id, notifyUrl } = await publishReceiver(stack, PARAMETERS, { credential });
		const results = await stream(notifyUrl, async () => {
			await stack.sandbox.rotateCertificate();
			await wait(300);
			await stack.n8n.restart();
		});
		expect(acknowledged(results)).toBe(20);
		const payments = paymentsOf(results);
		const runs = await endedRuns(stack.client, id, payments);
		expect(new Set(runs.flatMap(startedWith))).toEqual(new Set(payments));
	}, 300_000);

	it('of both kinds are right all through the week of the migration, with a restart in its middle', async () => {
		const { publicKey, shares } = stack.sandbox;
		const verificationKeys = `${firstCertificate}\n${publicKey.id}\n${publicKey.pem}`;
		const { id, notifyUrl } = await publishReceiver(stack, PARAMETERS, {
			credential: { verificationKeys },
		});
		const sent: Awaited<ReturnType<typeof stream>> = [];
		for (const share of [0.001, 0.05, 0.2, 0.5, 1]) {
			shares.publicKey = share;
			const restart = async () => (share === 0.2 ? await stack.n8n.restart() : undefined);
			sent.push(...(await stream(notifyUrl, restart, 10)));
		}
		expect(acknowledged(sent)).toBe(50);
		const runs = await endedRuns(stack.client, id, paymentsOf(sent));
		expect(new Set(runs.flatMap(startedWith))).toEqual(new Set(paymentsOf(sent)));
	}, 300_000);

	it('are probed by WeChat without harm', async () => {
		stack.sandbox.shares.probes = 1;
		const { id, notifyUrl } = await publishReceiver(stack, PARAMETERS);
		const results = await stream(notifyUrl, async () => {}, 4);
		stack.sandbox.shares.probes = 0;
		const deliveries = results.flatMap((result) => result.deliveries);
		expect(deliveries.map(({ probe, status }) => [probe, status]).sort()).toEqual([
			...Array.from({ length: 4 }, () => [false, 200]),
			...Array.from({ length: 4 }, () => [true, 401]),
		]);
		const runs = await endedRuns(stack.client, id, paymentsOf(results));
		expect(runs.flatMap(startedWith).sort()).toEqual(paymentsOf(results).sort());
	}, 60_000);
});
