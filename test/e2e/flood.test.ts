import execa from 'execa';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { startFront, type Front } from '../../tools/services/caddy';
import { progressFor } from '../../tools/services/progress';
import {
	publishReceiver,
	startReceivingStack,
	type ReceivingStack,
} from '../support/receiving-stack';

const FLOOD = join(__dirname, 'fixtures', 'flood.mjs');
const SECONDS = 20;
/** WeChat resends after 5 seconds. */
const ANSWERED_MS = 2000;

let stack: ReceivingStack;
let front: Front;

beforeAll(async () => {
	stack = await startReceivingStack();
	front = await startFront(stack.n8n.webhookUrl, progressFor('caddy'));
}, 1_800_000);

afterAll(async () => {
	await front?.stop();
	await stack?.stop();
}, 60_000);

it('answers payments while strangers send unfinished, endless and large bodies to the same address', async () => {
	const { notifyUrl } = await publishReceiver(stack, { acknowledge: 'onReceived' });
	const url = notifyUrl.replace(stack.n8n.webhookUrl, front.url);
	const flood = execa('node', [FLOOD, url, String(SECONDS)]);
	// Until every connection is open and the first large bodies arrive.
	await sleep(4000);
	const latencies: number[] = [];
	for (let round = 0; round < 5; round += 1) {
		for (const as of ['direct', 'v2'] as const) {
			const paid = stack.sandbox.pay({ total: 9900, attach: 'TEE-RED-M*1' });
			const { acknowledged, deliveries } = await stack.sandbox.notify(paid, {
				url,
				as,
				maxResends: 0,
			});
			expect({ as, acknowledged }).toEqual({ as, acknowledged: true });
			latencies.push(deliveries[0]?.latency_ms ?? Infinity);
		}
		await sleep(1000);
	}
	expect(Math.max(...latencies)).toBeLessThan(ANSWERED_MS);
	const { stdout } = await flood;
	const done = JSON.parse(stdout) as Record<string, number>;
	expect(done.idle).toBeGreaterThanOrEqual(1000);
	expect(Math.min(done.xml ?? 0, done.large ?? 0)).toBeGreaterThan(5);
}, 120_000);
