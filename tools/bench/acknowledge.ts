import { createSandbox, type Sandbox } from '../../sandbox';
import { startN8n } from '../services/n8n';
import { n8nClient, type N8nClient } from '../services/n8n-client';
import { packTarball } from '../services/pack';
import { startPostgres } from '../services/postgres';
import { progressFor } from '../services/progress';
import { FAILING, publishWays, WAYS, type PublishedWay, type Way } from './acknowledge-workflows';
import { burst, crowd, settled, type Burst } from './burst';
import type { Chosen, Setting } from './chosen-cells';
import { median } from './metric';

export interface Round extends Burst {
	/** How many n8n made of the callbacks. */
	executions: number;
}

/** One crowd size under one setting: the bursts of each way, round by round. */
export interface Cell extends Setting {
	atOnce: number;
	rounds: Record<Way, Round[]>;
}

/** Callbacks at once, and how often. One at a time is repeated as calls in a row. */
const CROWDS: Record<Setting['engine'], Array<{ atOnce: number; rounds: number }>> = {
	recommended: [
		{ atOnce: 1, rounds: 150 },
		{ atOnce: 20, rounds: 7 },
		{ atOnce: 200, rounds: 5 },
		{ atOnce: 1000, rounds: 3 },
	],
	// n8n keeps an expression engine for each: of 1,000 that takes gigabytes and more than a minute.
	default: [
		{ atOnce: 1, rounds: 15 },
		{ atOnce: 20, rounds: 3 },
		{ atOnce: 200, rounds: 1 },
		{ atOnce: 1000, rounds: 1 },
	],
};

/** The crowd sizes under each setting, in a real n8n each; the ways take turns in each round. */
export async function acknowledgeCells({ settings, crowds }: Chosen): Promise<Cell[]> {
	const progress = progressFor('bench wechat-pay');
	const tarball = await packTarball(progress);
	const sandbox = await createSandbox();
	const cells: Cell[] = [];
	try {
		for (const setting of settings) {
			progress(`${setting.database}, ${setting.engine} engine setting`);
			cells.push(...(await measure(setting, crowds, tarball, sandbox)));
		}
	} finally {
		await sandbox.stop();
	}
	return cells;
}

async function measure(
	setting: Setting,
	crowds: number[],
	tarball: string,
	sandbox: Sandbox,
): Promise<Cell[]> {
	const progress = progressFor('bench wechat-pay');
	const postgres = setting.database === 'PostgreSQL' ? await startPostgres(progress) : undefined;
	const env = {
		N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: setting.engine === 'recommended' ? 'true' : '',
	};
	try {
		const n8n = await startN8n({ tarball, progress, env, ...(postgres && { database: postgres }) });
		try {
			const client = await n8nClient(n8n);
			const wechatPayApi = await client.createCredential('wechatPayApi', 'Bench', {
				...sandbox.credential,
			});
			const httpHeaderAuth = await client.createCredential('httpHeaderAuth', 'Bench', {
				name: 'Wechatpay-Serial',
				value: sandbox.platformCertificate.serialNo,
			});
			const published = await publishWays(client, { wechatPayApi, httpHeaderAuth });
			const cells: Cell[] = [];
			await playRounds(20, 1, published, sandbox, client);
			const chosen = CROWDS[setting.engine].filter(({ atOnce }) => crowds.includes(atOnce));
			for (const { atOnce, rounds } of chosen) {
				progress(`${atOnce} at once`);
				const played = await playRounds(atOnce, rounds, published, sandbox, client);
				cells.push({ ...setting, atOnce, rounds: played });
				for (const way of waysOf(atOnce)) progress(`${way}: ${summary(played[way])}`);
			}
			return cells;
		} finally {
			await n8n.stop();
		}
	} finally {
		await postgres?.stop();
	}
}

/**
 * A crowd shows what many calls at once cost; what a credential costs shows one; and one crowd shows what
 * failing payments cost the others.
 */
const waysOf = (atOnce: number): readonly Way[] => {
	if (atOnce === 1) return WAYS.slice(0, 4);
	return atOnce === 200 ? [...WAYS.slice(0, 3), ...WAYS.slice(4)] : WAYS.slice(0, 3);
};

let failing = 0;
/** The order number of each twentieth payment says that it fails. */
const nameTwentieth = (at: number): string | undefined => {
	if (at % 20 !== 10) return undefined;
	failing += 1;
	return `${FAILING}${String(failing).padStart(12, '0')}`;
};

/** What was sent to find out about this way. */
const crowdFor = (way: Way, sandbox: Sandbox, atOnce: number) =>
	way === WAYS[5] ? crowd(sandbox, atOnce, nameTwentieth) : crowd(sandbox, atOnce);

async function playRounds(
	atOnce: number,
	rounds: number,
	published: Record<Way, PublishedWay>,
	sandbox: Sandbox,
	client: N8nClient,
): Promise<Cell['rounds']> {
	const played = Object.fromEntries(WAYS.map((way) => [way, [] as Round[]])) as Cell['rounds'];
	for (let round = 0; round < rounds; round += 1) {
		// Whoever comes next pays for what the one before it left to tidy up.
		const ways = waysOf(atOnce);
		const first = round % ways.length;
		for (const way of [...ways.slice(first), ...ways.slice(0, first)]) {
			const { url, workflowId } = published[way];
			const before = await client.executionCount(workflowId);
			const answered = await burst(url, crowdFor(way, sandbox, atOnce));
			await settled(client);
			const executions = (await client.executionCount(workflowId)) - before;
			played[way].push({ ...answered, executions });
		}
	}
	return played;
}

function summary(rounds: Round[]): string {
	const slowest = Math.max(...rounds.flatMap(({ latencies }) => latencies));
	const rate = median(rounds.map((round) => round.rate));
	const executions = median(rounds.map((round) => round.executions));
	return `${rate.toFixed(0)} a second, slowest ${(slowest / 1000).toFixed(1)} s, ${executions} executions`;
}
