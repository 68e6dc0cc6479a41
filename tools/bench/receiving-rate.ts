import { createSandbox } from '../../sandbox';
import { startN8n } from '../services/n8n';
import { n8nClient } from '../services/n8n-client';
import { startN8nQueue, type QueueSize } from '../services/n8n-queue';
import { packTarball } from '../services/pack';
import { startPostgres } from '../services/postgres';
import type { Progress } from '../services/progress';
import { publishReceiver } from '../../test/support/receiving-stack';
import { burst, crowd, settled, type Burst } from './burst';
import { median, type Metric } from './metric';

const AT_ONCE = 200;
const ROUNDS = 5;
/** The first crowds find processes that have loaded nothing yet. */
const WARM_UP = 2;

/** Crowds of 200 callbacks that the workflow acknowledges without an Odoo: what n8n itself carries, on PostgreSQL. */
export async function receivingRate(
	name: string,
	queue: QueueSize | undefined,
	progress: Progress,
): Promise<Metric[]> {
	const sandbox = await createSandbox();
	const stops: Array<() => Promise<void>> = [sandbox.stop];
	try {
		const options = { tarball: await packTarball(progress), progress };
		const database = queue ? undefined : await startPostgres(progress);
		if (database) stops.unshift(database.stop);
		const n8n = await (queue
			? startN8nQueue(options, queue)
			: startN8n({ ...options, ...(database ? { database } : {}) }));
		stops.unshift(n8n.stop);
		const client = await n8nClient(n8n);
		const parameters = { acknowledge: 'responseNode' };
		const { notifyUrl } = await publishReceiver({ client, sandbox }, parameters);
		const url = notifyUrl.replace(n8n.url, n8n.webhookUrl ?? n8n.url);
		const bursts: Burst[] = [];
		for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
			bursts.push(await burst(url, crowd(sandbox, AT_ONCE)));
			await settled(client);
		}
		const counted = bursts.slice(WARM_UP);
		const statuses = counted.flatMap((one) => one.statuses);
		const slowest = counted.map(({ latencies }) => Math.max(...latencies));
		return [
			{
				metric: `${name}, no Odoo: callbacks a second, ${AT_ONCE} at once`,
				value: Math.round(median(counted.map(({ rate }) => rate))),
				unit: '1/s',
			},
			{
				metric: `${name}, no Odoo: slowest answer, median`,
				value: Math.round(median(slowest)),
				unit: 'ms',
			},
			{
				metric: `${name}, no Odoo: not acknowledged`,
				value: statuses.filter((status) => status !== 200).length,
				unit: 'callbacks',
				goal: { below: 1 },
			},
		];
	} finally {
		for (const stop of stops) await stop();
	}
}
