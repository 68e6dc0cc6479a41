import { setTimeout as sleep } from 'node:timers/promises';

import type { Chain } from './chain';
import type { FaultKind, PlannedFault } from './faults';
import type { Random } from './random';

/** Begins a fault. @returns ends it */
type Switch = (chain: Chain, random: Random) => Promise<() => Promise<void>> | (() => void);

const SWITCHES: Record<FaultKind, Switch> = {
	'odoo-down': ({ odooProxy: { trouble } }) => {
		trouble.down = true;
		return () => void (trouble.down = false);
	},
	'odoo-slow': ({ odooProxy: { trouble } }) => {
		trouble.slowMs = 3000;
		return () => void (trouble.slowMs = 0);
	},
	'odoo-answers-dropped': ({ odooProxy: { trouble } }, random) => {
		trouble.drops = () => random() < 1 / 3;
		return () => void (trouble.drops = () => false);
	},
	'answers-dropped': ({ callbackProxy: { trouble } }, random) => {
		trouble.drops = () => random() < 1 / 2;
		return () => void (trouble.drops = () => false);
	},
	'n8n-killed': async ({ n8n }) => {
		if (!n8n) throw new Error('Only an n8n that the rehearsal started itself can be killed');
		await n8n.kill();
		return async () => await n8n.restart();
	},
	'wechat-limited': ({ sandbox }) => sandbox.faults.add({ kind: 'rateLimit', retryAfterS: 1 }),
	'clock-skew': ({ clock }) => {
		clock.aheadMs = 10 * 60 * 1000;
		return () => void (clock.aheadMs = 0);
	},
};

/** Lets the faults happen at their times. Resolves when the last of them is over. */
export async function makeTrouble(
	chain: Chain,
	faults: PlannedFault[],
	random: Random,
	say: (words: string) => void,
): Promise<void> {
	await Promise.all(
		faults.map(async ({ kind, atS, seconds }) => {
			await sleep(atS * 1000);
			say(`fault begins: ${kind}, ${seconds} s`);
			const end = await SWITCHES[kind](chain, random);
			await sleep(seconds * 1000);
			await end();
			say(`fault is over: ${kind}`);
		}),
	);
}
