import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { createSandbox } from '../../sandbox';
import { startN8n, type N8nServer } from '../services/n8n';
import { n8nClient } from '../services/n8n-client';
import { installN8n } from '../services/n8n-install';
import { packTarball } from '../services/pack';
import { runToEnd } from '../services/processes';
import { progressFor } from '../services/progress';
import { publishReceiver } from '../../test/support/receiving-stack';
import { burst, crowd } from './burst';
import { median, type Metric } from './metric';

const NOTIFICATIONS = Number(process.env.SOAK_NOTIFICATIONS ?? 20_000);
const AT_ONCE = 50;
const SAMPLES = 20;
/** Executions that n8n keeps; it looks every minute. */
const KEPT = 500;
const PRUNING = {
	EXECUTIONS_DATA_PRUNE: 'true',
	EXECUTIONS_DATA_PRUNE_MAX_COUNT: String(KEPT),
	EXECUTIONS_DATA_PRUNE_SOFT_DELETE_INTERVAL: '1',
	EXECUTIONS_DATA_PRUNE_HARD_DELETE_INTERVAL: '1',
	EXECUTIONS_DATA_HARD_DELETE_BUFFER: '0',
	N8N_INSIGHTS_COMPACTION_INTERVAL_MINUTES: '1',
};
const progress = progressFor('bench soak');

/** Thousands of notifications through the trigger and Acknowledge Notification: memory, and n8n's tables. */
export async function run(): Promise<Metric[]> {
	const sandbox = await createSandbox();
	const n8n = await startN8n({ tarball: await packTarball(progress), progress, env: PRUNING });
	try {
		const client = await n8nClient(n8n);
		const stack = { client, sandbox };
		const { notifyUrl } = await publishReceiver(stack, { acknowledge: 'responseNode' });
		const before = await rowsOf(n8n);
		const megabytes: number[] = [];
		let refused = 0;
		for (let sent = 0; sent < NOTIFICATIONS; sent += AT_ONCE) {
			const { statuses } = await burst(notifyUrl, crowd(sandbox, AT_ONCE));
			refused += statuses.filter((status) => status !== 200).length;
			if ((sent + AT_ONCE) % Math.ceil(NOTIFICATIONS / SAMPLES) >= AT_ONCE) continue;
			megabytes.push(await memoryOf(n8n));
			progress(`${sent + AT_ONCE} notifications, n8n holds ${megabytes.at(-1) ?? 0} MB`);
		}
		await pruned(n8n);
		const rows = await rowsOf(n8n);
		const grown = Object.entries(rows).filter(
			([table, count]) => count - (before[table] ?? 0) > KEPT * 1.2,
		);
		progress(`memory in MB: ${megabytes.join(' ')}`);
		progress(`tables that have grown by more than ${KEPT} rows: ${JSON.stringify(grown)}`);
		const quarter = Math.floor(megabytes.length / 4);
		const second = median(megabytes.slice(quarter, 2 * quarter));
		const last = median(megabytes.slice(-quarter));
		return [
			{ metric: 'notifications sent', value: NOTIFICATIONS, unit: '' },
			{ metric: 'not acknowledged', value: refused, unit: '', goal: { below: 1 } },
			{ metric: 'memory of n8n, median of the second quarter', value: second, unit: 'MB' },
			{ metric: 'memory of n8n, median of the last quarter', value: last, unit: 'MB' },
			{
				metric: 'last quarter over second quarter',
				value: Number((last / second).toFixed(2)),
				unit: '×',
				goal: { below: 1.2 },
			},
			{
				metric: 'tables that n8n’s pruning leaves full',
				value: grown.length,
				unit: '',
				goal: { below: 1 },
			},
		];
	} finally {
		await n8n.stop();
		await sandbox.stop();
	}
}

/** Resident memory of the n8n process. */
async function memoryOf(n8n: N8nServer): Promise<number> {
	const status = await readFile(`/proc/${n8n.pid() ?? 0}/status`, 'utf8');
	return Math.round(Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024);
}

/** Waits until n8n has deleted what it does not keep, five minutes at most. */
async function pruned(n8n: N8nServer): Promise<void> {
	progress('waiting for n8n to prune');
	for (let round = 0; round < 60; round += 1) {
		const { execution_entity: all = 0 } = await rowsOf(n8n);
		if (all <= KEPT * 1.2) return;
		await sleep(5000);
	}
}

const COUNT = `
const { DatabaseSync } = require('node:sqlite');
const db = new DatabaseSync(process.argv[1], { readOnly: true });
const tables = db.prepare("select name from sqlite_master where type = 'table'").all();
const rows = tables.map(({ name }) => [name, db.prepare('select count(*) as n from "' + name + '"').get().n]);
console.log(JSON.stringify(Object.fromEntries(rows)));`;

/** Rows of every table of n8n's database. */
async function rowsOf(n8n: N8nServer): Promise<Record<string, number>> {
	const { node } = await installN8n(progress);
	const database = join(n8n.userFolder, '.n8n', 'database.sqlite');
	const output = await runToEnd(join(node.binFolder, 'node'), ['-e', COUNT, database]);
	return JSON.parse(output) as Record<string, number>;
}
