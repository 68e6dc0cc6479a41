import type { N8nServer } from './n8n';
import { readExecution, type Execution, type ExecutionSummary } from './n8n-executions';
import { publishing, type Publishing } from './n8n-publishing';
import { n8nRest, type N8nRest } from './n8n-rest';
import {
	webhookUrls,
	withCredentials,
	type CredentialReference,
	type NodeType,
	type WorkflowNode,
} from './n8n-workflow';

export type { CredentialReference } from './n8n-workflow';

/** A workflow file, such as those in `workflows/`. */
export interface WorkflowJson {
	name: string;
	nodes: WorkflowNode[];
	connections: object;
	settings?: object;
}

export interface ImportedWorkflow {
	id: string;
	versionId: string;
	/** Production addresses by node name. They answer once the workflow is published. */
	webhookUrls: Record<string, string>;
}

/** What a person does in n8n's editor. */
export interface N8nClient extends Publishing {
	createCredential(type: string, name: string, fields: object): Promise<CredentialReference>;
	removeCredential(credential: CredentialReference): Promise<void>;
	/** Enters other fields into a stored credential. */
	changeCredential(type: string, credential: CredentialReference, fields: object): Promise<void>;
	/** Presses the test button of a stored credential. */
	testCredential(
		type: string,
		credential: CredentialReference,
		fields: object,
	): Promise<{ status: 'OK' | 'Error'; message: string }>;
	/** Imports a workflow file and picks the credentials, by type, in every node that asks for them. */
	importWorkflow(
		workflow: WorkflowJson,
		credentials?: Record<string, CredentialReference>,
	): Promise<ImportedWorkflow>;
	/** The newest first; at most 100. */
	executions(workflowId: string): Promise<ExecutionSummary[]>;
	/** How many there are, running ones included, or only those of these statuses. */
	executionCount(workflowId: string, statuses?: string[]): Promise<number>;
	execution(id: string): Promise<Execution>;
	/** Ids of executions that are under way. */
	runningExecutions(workflowId: string): Promise<string[]>;
	/** Presses Stop in the list of executions. */
	stopExecution(id: string): Promise<void>;
	/** How many executions of any workflow are stored and not yet ended. */
	running(): Promise<number>;
}

const UNDER_WAY = ['new', 'running'];
const ENDED = ['success', 'error', 'crashed', 'canceled', 'waiting', 'unknown'];

/** n8n's own REST interface, signed in as the owner. */
export async function signIn({
	url,
	owner,
	session,
}: Pick<N8nServer, 'url' | 'owner' | 'session'>): Promise<N8nRest> {
	const rest = n8nRest(url, session);
	if (session) return rest;
	const { email, password } = owner;
	await rest.call('POST', '/rest/login', { emailOrLdapLoginId: email, password });
	return rest;
}

/** Signs in to an n8n as its owner. */
export async function n8nClient(
	server: Pick<N8nServer, 'url' | 'owner' | 'session'> & Partial<Pick<N8nServer, 'webhookUrl'>>,
): Promise<N8nClient> {
	const { webhookUrl = server.url } = server;
	const rest = await signIn(server);
	const list = async (query: { workflowId?: string; status?: string[] }, limit: number) => {
		const filter = encodeURIComponent(JSON.stringify(query));
		return await rest.call<{ count: number; results: ExecutionSummary[] }>(
			'GET',
			`/rest/executions?filter=${filter}&limit=${limit}`,
		);
	};
	return {
		...publishing(rest),
		async createCredential(type, name, fields) {
			const body = { name, type, data: fields };
			const { id } = await rest.call<{ id: string }>('POST', '/rest/credentials', body);
			return { id, name };
		},
		async removeCredential({ id }) {
			await rest.call('DELETE', `/rest/credentials/${id}`);
		},
		async changeCredential(type, { id, name }, fields) {
			await rest.call('PATCH', `/rest/credentials/${id}`, { name, type, data: fields });
		},
		async testCredential(type, { id, name }, fields) {
			return await rest.call('POST', '/rest/credentials/test', {
				credentials: { id, name, type, data: fields },
			});
		},
		async importWorkflow({ name, nodes, connections, settings = {} }, credentials = {}) {
			const types = await rest.call<NodeType[]>('GET', '/types/nodes.json');
			const stored = await rest.call<{ id: string; versionId: string; nodes: WorkflowNode[] }>(
				'POST',
				'/rest/workflows',
				{ name, nodes: withCredentials(nodes, types, credentials), connections, settings },
			);
			const { id, versionId } = stored;
			return { id, versionId, webhookUrls: webhookUrls(webhookUrl, stored.nodes, types) };
		},
		executions: async (workflowId) => (await list({ workflowId }, 100)).results,
		// Without the statuses n8n counts only those that have ended.
		executionCount: async (workflowId, statuses = [...UNDER_WAY, ...ENDED]) =>
			(await list({ workflowId, status: statuses }, 1)).count,
		execution: async (id) =>
			await readExecution(
				await rest.call<ExecutionSummary & { data: string }>('GET', `/rest/executions/${id}`),
			),
		runningExecutions: async (workflowId) =>
			(await list({ workflowId, status: UNDER_WAY }, 100)).results.map(({ id }) => id),
		stopExecution: async (id) => void (await rest.call('POST', `/rest/executions/${id}/stop`)),
		running: async () => (await list({ status: UNDER_WAY }, 1)).count,
	};
}
