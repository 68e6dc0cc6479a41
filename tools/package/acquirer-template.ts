import type { IConnections, INode } from 'n8n-workflow';

import { acquirerNodes, AFTER_RECORDING, FROM_ACQUIRER, type Acquirer } from './acquirer-nodes';
import type { Template } from './template-check';

const TRIGGER = 'WeChat Pay Trigger';
const ACKNOWLEDGE = 'Acknowledge Notification';
/** Room for the node that reads the webhook. */
const MOVED_RIGHT = 224;
/** Notes on what acquirers have in another way. */
const OTHER_NOTES = ['Note: overview', 'Note: receive', 'Note: refund', 'Note: reconciliation'];

/**
 * The ordering template for merchants of an acquirer: the acquirer's webhook in place of WeChat Pay Trigger, and
 * everything behind it unchanged. Refunds and the comparison with WeChat's bill are not theirs, so these
 * branches are left out.
 */
export function acquirerTemplate(ordering: Template, acquirer: Acquirer): Template {
	const shared = new Set(sharedNodes(ordering));
	const nodes = ordering.nodes
		.filter(({ name, type }) =>
			type === 'n8n-nodes-base.stickyNote' ? !OTHER_NOTES.includes(name) : shared.has(name),
		)
		.map(movedRight);
	return {
		...ordering,
		name: `WeChat Pay through ${acquirer.title} to Odoo: ordering`,
		nodes: [...acquirerNodes(acquirer), ...nodes],
		connections: { ...acquirerConnections(ordering), ...behind(ordering, shared) },
	};
}

/** Names of the nodes that a payment can pass behind the trigger, without those of the reconciliation. */
export function sharedNodes({ nodes, connections }: Template): string[] {
	const typeOf = new Map(nodes.map(({ name, type }) => [name, type]));
	const found = new Set<string>();
	const visit = (name: string) => {
		if (found.has(name) || typeOf.get(name) === 'n8n-nodes-base.dataTable') return;
		found.add(name);
		for (const next of (connections[name]?.main ?? []).flat()) if (next) visit(next.node);
	};
	for (const first of connections[TRIGGER]?.main?.[0] ?? []) visit(first.node);
	return [...found];
}

const movedRight = (node: INode): INode => ({
	...node,
	position: [node.position[0] + MOVED_RIGHT, node.position[1]],
});

/** The connections among shared nodes, and from the acknowledgement to the answer. */
function behind({ connections }: Template, shared: ReadonlySet<string>): IConnections {
	const kept = Object.entries(connections).filter(([from]) => shared.has(from));
	return { ...Object.fromEntries(kept), [ACKNOWLEDGE]: { main: [to(AFTER_RECORDING)] } };
}

const to = (node: string) => [{ node, type: 'main' as const, index: 0 }];

function acquirerConnections({ connections, nodes }: Template): IConnections {
	const typeOf = new Map(nodes.map(({ name, type }) => [name, type]));
	const payment = (connections[TRIGGER]?.main?.[0] ?? []).filter(
		({ node }) => typeOf.get(node) !== 'n8n-nodes-base.dataTable',
	);
	return {
		Webhook: { main: [to(FROM_ACQUIRER)] },
		[FROM_ACQUIRER]: { main: [payment, to('Answer: No Order'), to('Answer: Refused')] },
	};
}
