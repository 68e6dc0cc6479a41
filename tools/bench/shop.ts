import { createSandbox, type PreparedRequest, type Sandbox } from '../../sandbox';
import { shopFields } from '../../test/support/server-api-credentials';
import { startN8n } from '../services/n8n';
import { n8nClient, type N8nClient } from '../services/n8n-client';
import { packTarball } from '../services/pack';
import { progressFor } from '../services/progress';
import { burst, settled, type Burst } from './burst';
import { median, percentile, type Metric } from './metric';
import { publishWays, WAYS, type Way } from './shop-workflows';

const AT_ONCE = 200;
const ROUNDS = 5;

/** How fast a real n8n acknowledges 200 events of a WeChat Shop at once, next to its own Webhook node. */
export async function run(): Promise<Metric[]> {
	const progress = progressFor('bench shop');
	const sandbox = await createSandbox();
	try {
		const env = { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' };
		const n8n = await startN8n({ tarball: await packTarball(progress), progress, env });
		try {
			const client = await n8nClient(n8n);
			const fields = shopFields(sandbox);
			const wechatShopApi = await client.createCredential('wechatShopApi', 'Bench', fields);
			const urls = await publishWays(client, { wechatShopApi });
			return metrics(await play(urls, sandbox, client));
		} finally {
			await n8n.stop();
		}
	} finally {
		await sandbox.stop();
	}
}

let orders = 0;
/** That many events, each of another order. */
const events = (sandbox: Sandbox, size: number): PreparedRequest[] =>
	Array.from({ length: size }, () => {
		orders += 1;
		const body = { order_id: `37${String(orders).padStart(17, '0')}` };
		const event = { event: 'channels_ec_order_pay', openid: 'OPENID', key: 'order_info', body };
		return sandbox.serverApi.shop.preparePush(event);
	});

async function play(
	urls: Record<Way, string>,
	sandbox: Sandbox,
	client: N8nClient,
): Promise<Record<Way, Burst[]>> {
	const rounds = Object.fromEntries(WAYS.map((way) => [way, [] as Burst[]])) as Record<
		Way,
		Burst[]
	>;
	// The first round warms n8n up and counts for nothing.
	for (let round = 0; round <= ROUNDS; round += 1) {
		const first = round % WAYS.length;
		for (const way of [...WAYS.slice(first), ...WAYS.slice(0, first)]) {
			const answered = await burst(urls[way], events(sandbox, AT_ONCE));
			await settled(client);
			if (round > 0) rounds[way].push(answered);
		}
	}
	return rounds;
}

function metrics(rounds: Record<Way, Burst[]>): Metric[] {
	const p99 = (way: Way) =>
		Math.round(median(rounds[way].map(({ latencies }) => percentile(latencies, 0.99))));
	const beside = rounds.immediately.map(
		(one, at) => one.rate / (rounds["n8n's Webhook node"][at]?.rate ?? Number.NaN),
	);
	const refused = WAYS.flatMap((way) => rounds[way])
		.flatMap(({ statuses }) => statuses)
		.filter((status) => status !== 200);
	return [
		...WAYS.map(
			(way): Metric => ({
				metric: `${way}: rate`,
				value: Math.round(median(rounds[way].map(({ rate }) => rate))),
				unit: '/s',
			}),
		),
		...WAYS.map(
			(way): Metric => ({
				metric: `${way}: p99, median of rounds`,
				value: p99(way),
				unit: 'ms',
				...(way === WAYS[2] ? {} : { goal: { below: 1000 } }),
			}),
		),
		{
			metric: 'immediately: rate beside the Webhook node',
			value: Number(median(beside).toFixed(2)),
			unit: 'x',
			goal: { atLeast: 2 },
		},
		{ metric: 'answers other than 200', value: refused.length, unit: '', goal: { below: 1 } },
	];
}
