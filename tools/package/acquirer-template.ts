import type { IConnection, IConnections, INode } from 'n8n-workflow';

import { acquirerNodes, AFTER_RECORDING, FROM_ACQUIRER, type Acquirer } from './acquirer-nodes';
import type { Template } from './template-check';

const TRIGGER = 'WeChat Pay Trigger';
const ACKNOWLEDGE = 'Acknowledge Notification';
const REFUSE = 'Refuse Notification';
/** An acquirer's refund may be of a card payment, which has no order here. */
const RECORD_REFUND = { node: 'Record Refund', options: { onlyKnownPayments: true } };
/** Room for the node that reads the webhook, and what the branches of the trigger leave free below. */
const MOVED = { right: 224, up: 460, below: 1000 };
/** Notes that are the same for every acquirer and for WeChat. */
const SHARED_NOTES = ['Note: map', 'Note: record', 'Note: draft'];

/**
 * The ordering template for merchants of an acquirer: the acquirer's webhook in place of WeChat Pay Trigger, and
 * everything behind it unchanged. The comparison with WeChat's bill is not theirs, so its branch is left out.
 */
export function acquirerTemplate(ordering: Template, acquirer: Acquirer): Template {
	const shared = new Set(sharedNodes(ordering));
	const nodes = ordering.nodes
		.filter(({ name, type }) =>
			type === 'n8n-nodes-base.stickyNote' ? SHARED_NOTES.includes(name) : shared.has(name),
		)
		.map(moved)
		.map((node) =>
			node.name === RECORD_REFUND.node
				? { ...node, parameters: { ...node.parameters, refundOptions: RECORD_REFUND.options } }
				: node,
		);
	return {
		...ordering,
		name: `WeChat Pay through ${acquirer.title} to Odoo: ordering`,
		nodes: [...acquirerNodes(acquirer), ...nodes],
		connections: { ...acquirerConnections(ordering), ...behind(ordering, shared) },
	};
}

/** Names of the nodes that a payment or a refund can pass behind the trigger, without those of the reconciliation. */
export function sharedNodes({ nodes, connections }: Template): string[] {
	const typeOf = new Map(nodes.map(({ name, type }) => [name, type]));
	const found = new Set<string>();
	const visit = (name: string) => {
		if (found.has(name) || typeOf.get(name) === 'n8n-nodes-base.dataTable') return;
		found.add(name);
		for (const next of outputsOf(connections, name).flat()) visit(next.node);
	};
	for (const first of outputsOf(connections, TRIGGER).flat()) visit(first.node);
	return [...found];
}

const moved = (node: INode): INode => {
	const [x, y] = node.position;
	return { ...node, position: [x + MOVED.right, y > MOVED.below ? y - MOVED.up : y] };
};

const outputsOf = (connections: IConnections, name: string): IConnection[][] =>
	(connections[name]?.main ?? []).map((ends) => ends ?? []);

/**
 * The connections among shared nodes, and from the acknowledgement to the answer. A refund that waits for its payment
 * may be of a card, so it makes no to-do.
 */
function behind({ connections }: Template, shared: ReadonlySet<string>): IConnections {
	const kept = [...shared].map((from) => [from, { main: outputsOf(connections, from) }]);
	const refunds = outputsOf(connections, RECORD_REFUND.node);
	return {
		...Object.fromEntries(kept),
		[ACKNOWLEDGE]: { main: [to(AFTER_RECORDING)] },
		[RECORD_REFUND.node]: { main: [...refunds.slice(0, -1), to(REFUSE)] },
	};
}

const to = (node: string) => [{ node, type: 'main' as const, index: 0 }];

function acquirerConnections({ connections, nodes }: Template): IConnections {
	const typeOf = new Map(nodes.map(({ name, type }) => [name, type]));
	const [payment = [], refund = []] = outputsOf(connections, TRIGGER).map((ends) =>
		ends.filter(({ node }) => typeOf.get(node) !== 'n8n-nodes-base.dataTable'),
	);
	return {
		Webhook: { main: [to(FROM_ACQUIRER)] },
		[FROM_ACQUIRER]: { main: [payment, to('Answer: No Order'), to('Answer: Refused'), refund] },
	};
}
