import {
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { withOutboundPolicy } from '../../lib/core/outbound';
import { mayAgentRun, toolOf } from './agent-operations';
import type { Operation } from './operation';

/** A resource as its folder exports it: its fields, and its operations by the value that the menu gives them. */
type Resource = Record<string, { execute: Operation } | INodeProperties[]>;

/** The `execute` of a node: runs the operation that the node's parameters name. */
export const route = (resources: Record<string, Resource>) =>
	async function (this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = String(this.getNodeParameter('resource', 0));
		const operation = String(this.getNodeParameter('operation', 0));
		rejectAgents(this, `${resource}.${operation}`);
		const chosen = resources[resource]?.[operation];
		if (chosen && 'execute' in chosen) {
			return await withinPolicy(this, async () => await chosen.execute(this));
		}
		const message = `There is no operation "${operation}" of "${resource}"`;
		throw new NodeOperationError(this.getNode(), message);
	};

/** In n8n 2.40 agents run a tool like a step, where `isToolExecution` says no: the type of the node tells too. */
function rejectAgents(context: IExecuteFunctions, operation: string): void {
	const node = context.getNode();
	const tool =
		toolOf(node.type) ?? (context.isToolExecution() ? node.type.split('.').pop() : undefined);
	if (tool === undefined || mayAgentRun(tool, operation)) return;
	throw new NodeOperationError(node, `An AI agent cannot run ${operation} of ${node.name}`, {
		description:
			'AI_AGENT_NOT_ALLOWED. Agents may read; operations that write, move money or spend a quota are for workflows. ' +
			'Let the agent propose, let a person approve, and put the node behind that as a step of the workflow.',
	});
}

/** Requests of the operation follow the rules that n8n has for outbound requests (SSRF protection). */
async function withinPolicy<T>(context: IExecuteFunctions, step: () => Promise<T>): Promise<T> {
	// n8n before 2.40 offers no such rules to nodes.
	const filter = context.helpers?.getSecureEgressFilter?.();
	if (!filter) return await step();
	const validate = async (url: string) => {
		const { ok, ...result } = await filter.validateUrl(url);
		if (!ok && 'error' in result) throw result.error;
	};
	return await withOutboundPolicy({ validate, lookup: filter.createSecureLookup() }, step);
}
