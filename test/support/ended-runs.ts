import type { N8nClient } from '../../tools/services/n8n-client';
import { outputsOf, type Execution } from '../../tools/services/n8n-executions';
import { waitUntil } from '../../tools/services/processes';
import { TRIGGER } from './receiving-stack';

type Runs = Pick<N8nClient, 'executions' | 'execution'>;

/**
 * The runs that a workflow's WeChat Pay Trigger started with these payments, or refunds of them, the newest
 * first. n8n lists a run only after it has ended, some time after WeChat was answered: asks until every
 * payment is in one.
 *
 * @throws Error naming the payments that are in none after a minute
 */
export async function endedRuns(
	client: Runs,
	workflowId: string,
	transactionIds: string[],
): Promise<Execution[]> {
	const ended = new Map<string, Execution>();
	const missing = new Set(transactionIds);
	const look = async () => {
		for (const { id, stoppedAt } of await client.executions(workflowId)) {
			if (stoppedAt === null || ended.has(id)) continue;
			const run = await client.execution(id);
			ended.set(id, run);
			for (const transactionId of startedWith(run)) missing.delete(transactionId);
		}
		return missing.size === 0;
	};
	await waitUntil('every payment is in a run that has ended', 60_000, look).catch(() => {
		throw new Error(`In no run of workflow ${workflowId}: ${[...missing].join(', ')}`);
	});
	const wanted = new Set(transactionIds);
	return [...ended.values()]
		.filter((run) => startedWith(run).some((transactionId) => wanted.has(transactionId)))
		.sort((one, other) => Number(other.id) - Number(one.id));
}

/**
 * The payments that a run was started with; a refund counts as its payment. A run that n8n was ended in
 * before its trigger's turn has them still to do.
 */
export function startedWith(run: Execution): string[] {
	const toDo = (run.toDo[TRIGGER] ?? []).flat().map(({ json }) => json);
	return [...outputsOf(run, TRIGGER).flat(), ...toDo].map(({ transaction_id }) =>
		String(transaction_id),
	);
}
