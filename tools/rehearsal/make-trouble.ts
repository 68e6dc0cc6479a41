import { setTimeout as sleep } from 'node:timers/promises';

import { POISONED_PAYMENTS } from '../services/poisoned-payments';
import { isAlive } from '../services/processes';
import type { N8nProcessor, ProcessorRole } from '../services/n8n-processor';
import type { Chain, KillableN8n } from './chain';
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
	'n8n-killed': async (chain) => await killed(startedHere(chain)),
	'worker-killed': async (chain, random) => await killed(processor(chain, 'worker', random)),
	'webhook-killed': async (chain, random) => await killed(processor(chain, 'webhook', random)),
	'database-failover': async ({ databases }) => {
		if (databases.length === 0) throw new Error('No database of this chain can be taken away');
		await Promise.all(databases.map(async (one) => await one.kill()));
		return async () => void (await Promise.all(databases.map(async (one) => await one.start())));
	},
	'disk-full': async (chain) => {
		const n8n = startedHere(chain);
		if (!n8n.disk) throw new Error('This n8n has no separate disk that can be filled');
		const makeRoom = await n8n.disk.fill();
		return async () => {
			await makeRoom();
			if (!isAlive(n8n.pid() ?? 0)) await startAgain(n8n);
		};
	},
	poison: (chain) => poisoning(chain),
	'wechat-limited': ({ sandbox }) => sandbox.faults.add({ kind: 'rateLimit', retryAfterS: 1 }),
	'clock-skew': ({ clock }) => {
		clock.aheadMs = 10 * 60 * 1000;
		return () => void (clock.aheadMs = 0);
	},
};

/** Between two payments that cannot become orders, milliseconds. */
const POISON_EVERY_MS = 300;

/** Mixes such payments of all kinds, in turn, with the buyers' own. */
function poisoning({ sandbox, notifyUrl }: Chain): () => void {
	const kinds = Object.values(POISONED_PAYMENTS);
	let sent = 0;
	const send = () => {
		const { order, options } = kinds[sent % kinds.length]!;
		sent += 1;
		void sandbox.notify(sandbox.pay(order), { ...options, url: notifyUrl });
	};
	send();
	const timer = setInterval(send, POISON_EVERY_MS);
	return () => clearInterval(timer);
}

interface Killable {
	kill(): Promise<void>;
	restart(): Promise<void>;
}

async function killed(one: Killable): Promise<() => Promise<void>> {
	await one.kill();
	return async () => await startAgain(one);
}

const STARTS = 10;

/** As whatever keeps a server running does: over and over, while its disk is full or its database away. */
async function startAgain(one: Killable): Promise<void> {
	for (let start = 1; ; start += 1) {
		try {
			return await one.restart();
		} catch (error) {
			if (start === STARTS) throw error;
			await sleep(1000);
		}
	}
}

function startedHere({ n8n }: Chain): KillableN8n {
	if (n8n) return n8n;
	throw new Error('This can only happen to an n8n that the rehearsal has started');
}

function processor(chain: Chain, role: ProcessorRole, random: Random): N8nProcessor {
	const all = startedHere(chain).processors.filter((one) => one.role === role);
	const one = all[Math.floor(random() * all.length)];
	if (one) return one;
	throw new Error(`n8n has no separate ${role}: it does not run in queue mode`);
}

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
