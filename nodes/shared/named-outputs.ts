import { NodeConnectionTypes, type ExpressionString } from 'n8n-workflow';

const toOutputs = (names: string[]) =>
	names.map((displayName) => ({ type: NodeConnectionTypes.Main, displayName }));

/**
 * The outputs of the operation that is chosen, as the canvas shows them.
 *
 * @param names by the operation's value
 * @param others of all other operations; by default one output without a name
 */
export function namedOutputs(
	names: Record<string, string[]>,
	others: string[] = [''],
): ExpressionString {
	const byOperation = Object.fromEntries(
		Object.entries(names).map(([operation, outputs]) => [operation, toOutputs(outputs)]),
	);
	return `={{ (${JSON.stringify(byOperation)})[$parameter["operation"]] ?? ${JSON.stringify(toOutputs(others))} }}`;
}
