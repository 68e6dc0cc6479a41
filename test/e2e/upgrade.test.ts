import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { signIn, type N8nClient, type WorkflowJson } from '../../tools/services/n8n-client';
import { n8nClient } from '../../tools/services/n8n-client';
import type { N8nServer } from '../../tools/services/n8n';
import { startPackedN8n } from '../../tools/services/packed-n8n';
import { progressFor } from '../../tools/services/progress';

const TEMPLATES = join(__dirname, '../../workflows');
const FROZEN = join(__dirname, '../fixtures/workflows-0.1.0');

interface Overview {
	report: { workflowResults: Array<{ ruleId: string; nbAffectedWorkflows: number }> };
}

interface RuleReport {
	ruleTitle: string;
	affectedWorkflows: Array<{ id: string; name: string; issues: Array<{ title: string }> }>;
}

let n8n: N8nServer;
let client: N8nClient;

beforeAll(async () => {
	n8n = await startPackedN8n(progressFor('n8n'));
	client = await n8nClient(n8n);
}, 1_800_000);

afterAll(async () => await n8n?.stop(), 60_000);

async function importAll(folder: string): Promise<string[]> {
	const ids: string[] = [];
	for (const file of await readdir(folder)) {
		const workflow = JSON.parse(await readFile(join(folder, file), 'utf8')) as WorkflowJson;
		ids.push((await client.importWorkflow(workflow)).id);
	}
	return ids;
}

it('is ready for n8n 3: n8n’s own report finds nothing in the templates that changes', async () => {
	const ids = await importAll(TEMPLATES);
	const rest = await signIn(n8n);
	const page = '/rest/breaking-changes/report';
	const { report } = await rest.call<Overview>('POST', `${page}/refresh?version=v3`);
	const rules = report.workflowResults.filter(({ nbAffectedWorkflows }) => nbAffectedWorkflows > 0);
	const found: string[] = [];
	for (const { ruleId } of rules) {
		const { ruleTitle, affectedWorkflows } = await rest.call<RuleReport>(
			'GET',
			`${page}/${ruleId}`,
		);
		for (const { id, name, issues } of affectedWorkflows) {
			if (!ids.includes(id)) continue;
			found.push(...issues.map(({ title }) => `${ruleTitle}: ${name}: ${title}`));
		}
	}
	expect(found).toEqual([]);
}, 300_000);

it.each([
	['odooSale/1/order/getBacklog', 'odoo'],
	['wechatPayTrigger/2', 'out_trade_no'],
])('gives the editor the fields of %s before the first run', async (operation, field) => {
	const response = await fetch(`${n8n.url}/schemas/n8n-nodes-wechat-odoo.${operation}.json`);
	expect(await response.json()).toMatchObject({ properties: { [field]: expect.any(Object) } });
});

it('takes the templates of version 0.1.0', async () => {
	expect((await importAll(FROZEN)).length).toBeGreaterThan(10);
}, 300_000);
