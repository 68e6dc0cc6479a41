import type { IConnection, IConnections, INode } from 'n8n-workflow';

import { acquirerNodes, AFTER_RECORDING, FROM_ACQUIRER, type Acquirer } from './acquirer-nodes';
import type { Template } from './template-check';

const TRIGGER = 'WeChat Pay Trigger';
const ACKNOWLEDGE = 'Acknowledge Notification';
/** Nodes that only refunds pass, and the one that tells them apart; its second output is that of payments. */
const REFUND_NODES = ['Is a Refund', 'Record Refund'];
/** Room for the node that reads the webhook, and what the branches of the trigger leave free below. */
const MOVED = { right: 224, up: 460, below: 1000 };
/** Notes that are the same for every acquirer and for WeChat. */
const SHARED_NOTES = ['Note: map', 'Note: record', 'Note: draft'];

/**
 * The ordering template for merchants of an acquirer: the acquirer's webhook in place of WeChat Pay Trigger, and
 * everything behind it unchanged. Refunds and the comparison with WeChat's bill are not theirs, so these
 * branches are left out.
 */
export function acquirerTemplate(ordering: Template, acquirer: Acquirer): Template {
	const shared = new Set(sharedNodes(ordering));
	const nodes = ordering.nodes
		.filter(({ name, type }) =>
			type === 'n8n-nodes-base.stickyNote' ? SHARED_NOTES.includes(name) : shared.has(name),
		)
		.map(moved);
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
		for (const next of outputsOf(connections, name).flat()) visit(next.node);
	};
	for (const first of connections[TRIGGER]?.main?.[0] ?? []) visit(first.node);
	return [...found];
}

const moved = (node: INode): INode => {
	const [x, y] = node.position;
	return { ...node, position: [x + MOVED.right, y > MOVED.below ? y - MOVED.up : y] };
};

/** Where the outputs of a node lead for a payment. */
function outputsOf(connections: IConnections, name: string): IConnection[][] {
	return (connections[name]?.main ?? []).map((ends) =>
		(ends ?? []).flatMap((end) => {
			if (!REFUND_NODES.includes(end.node)) return [end];
			return connections[end.node]?.main?.[1] ?? [];
		}),
	);
}

/** The connections among shared nodes, and from the acknowledgement to the answer. */
function behind({ connections }: Template, shared: ReadonlySet<string>): IConnections {
	const kept = [...shared].map((from) => [from, { main: outputsOf(connections, from) }]);
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
