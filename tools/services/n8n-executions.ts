/** One line of n8n's list of executions. */
export interface ExecutionSummary {
	id: string;
	/** `new`, `running`, `success`, `error`, `crashed`, `canceled` or `waiting`. */
	status: string;
	mode: string;
	startedAt: string | null;
	stoppedAt: string | null;
}

export interface Item {
	json: Record<string, unknown>;
}

/** One time a node ran: its items by output, or why it failed. */
export interface NodeRun {
	outputs: Item[][];
	error?: string;
}

export interface Execution extends ExecutionSummary {
	/** Why the workflow failed, where it did. */
	error?: string;
	/** By node name, one entry for each time it ran. */
	runs: Record<string, NodeRun[]>;
	/** What a run that was cut off had yet to do: by node name, the items that wait for it, by input. */
	toDo: Record<string, Item[][]>;
}

interface RunData {
	executionData?: {
		nodeExecutionStack?: Array<{ node: { name: string }; data: { main?: Array<Item[] | null> } }>;
	};
	resultData?: {
		error?: { message?: string };
		runData?: Record<
			string,
			Array<{ data?: { main?: Array<Item[] | null> }; error?: { message?: string } }>
		>;
	};
}

/** What n8n stored of an execution; its data comes as one text in the `flatted` format. */
export async function readExecution(
	stored: ExecutionSummary & { data: string },
): Promise<Execution> {
	const { parse } = await import('flatted');
	const { data, id, status, mode, startedAt, stoppedAt } = stored;
	const { executionData, resultData } = parse(data) as RunData;
	const stack = executionData?.nodeExecutionStack ?? [];
	const toDo = stack.map((entry) => [entry.node.name, filled(entry.data.main)]);
	const runs = Object.entries(resultData?.runData ?? {}).map(([node, times]) => [
		node,
		times.map(({ data: output, error }) => ({
			outputs: filled(output?.main),
			...failure(error),
		})),
	]);
	return {
		...{ id, status, mode, startedAt, stoppedAt },
		...failure(resultData?.error),
		runs: Object.fromEntries(runs) as Record<string, NodeRun[]>,
		toDo: Object.fromEntries(toDo) as Record<string, Item[][]>,
	};
}

const filled = (main: Array<Item[] | null> = []): Item[][] => main.map((items) => items ?? []);

const failure = (error?: { message?: string }) =>
	error ? { error: error.message ?? 'unknown error' } : {};

/** What a node gave, by output, over all its runs; empty where it did not run. */
export function outputsOf(execution: Execution, node: string): Array<Array<Item['json']>> {
	const runs = execution.runs[node] ?? [];
	const count = Math.max(0, ...runs.map(({ outputs }) => outputs.length));
	return Array.from({ length: count }, (_, output) =>
		runs.flatMap((run) => (run.outputs[output] ?? []).map(({ json }) => json)),
	);
}
