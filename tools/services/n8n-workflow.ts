/** The parts of n8n's node types that placing a workflow needs. */
export interface NodeType {
	name: string;
	credentials?: Array<{ name: string }>;
	webhooks?: Array<{ path?: string; isFullPath?: boolean | string }>;
}

export interface WorkflowNode {
	name: string;
	type: string;
	parameters?: Record<string, unknown>;
	webhookId?: string;
	credentials?: Record<string, { id: string | null; name: string }>;
}

export interface CredentialReference {
	id: string;
	name: string;
}

/** One node type may be described several times, once for each of its versions. */
const described = (types: NodeType[], node: WorkflowNode): NodeType[] =>
	types.filter((type) => type.name === node.type);

/** The nodes with the given credentials on each that declares them, as a person picks them in the editor. */
export function withCredentials<Node extends WorkflowNode>(
	nodes: Node[],
	types: NodeType[],
	credentials: Record<string, CredentialReference>,
): Node[] {
	return nodes.map((node) => {
		const declared = described(types, node)
			.flatMap((type) => type.credentials ?? [])
			.map(({ name }) => name);
		const placed = Object.entries(credentials).filter(([type]) => declared.includes(type));
		if (placed.length === 0) return node;
		return { ...node, credentials: { ...node.credentials, ...Object.fromEntries(placed) } };
	});
}

/** The production addresses of a workflow's webhook nodes, by node name. */
export function webhookUrls(
	url: string,
	nodes: WorkflowNode[],
	types: NodeType[],
): Record<string, string> {
	const urls: Record<string, string> = {};
	for (const node of nodes) {
		const webhook = described(types, node).at(-1)?.webhooks?.[0];
		if (!webhook || !node.webhookId) continue;
		const path = literalPath(webhook.path ?? '', node.parameters ?? {});
		const parts = webhook.isFullPath ? [path || node.webhookId] : [node.webhookId, path];
		urls[node.name] = [url, 'webhook', ...parts].join('/');
	}
	return urls;
}

/** n8n's own nodes take the path from a parameter, as `={{$parameter["path"]}}`. */
function literalPath(path: string, parameters: Record<string, unknown>): string {
	const name = /^=\{\{\s*\$parameter\["(\w+)"\]\s*\}\}$/.exec(path)?.[1];
	return name === undefined ? path : String(parameters[name] ?? '');
}
