import { randomUUID } from 'node:crypto';

import { connectOdoo } from '../../lib/odoo/connect';
import { runSetUp } from '../../lib/set-up/run-set-up';
import { setUpSteps } from '../../lib/set-up/set-up-steps';
import { publishTemplate, type OrderingStack } from '../../tools/services/ordering-stack';
import { outputsOf } from '../../tools/services/n8n-executions';
import { waitUntil } from '../../tools/services/processes';
import type { Template } from '../../tools/package/template-check';

/** Set-up with these currencies, and the right Billing for the user of the credential. */
export async function prepareMoney({ admin, odoo }: OrderingStack, currencies: string[]) {
	const administrator = await connectOdoo({
		...{ url: odoo.url, database: odoo.database },
		...{ login: odoo.admin.login, secret: odoo.admin.password },
		...{ protocol: 'xmlrpc', timeoutMs: 60_000 },
	});
	const made = await runSetUp(administrator, setUpSteps({ currencies }));
	const failed = made.filter(({ status }) => !['made', 'exists'].includes(status));
	if (failed.length > 0) throw new Error(`Set Up failed: ${JSON.stringify(failed)}`);
	await giveRight({ admin, odoo }, 'account.group_account_invoice');
	return administrator;
}

/** Gives the user of the credential a right of Odoo. @param right its external id, `account.group_account_invoice` */
export async function giveRight(
	{ admin, odoo }: Pick<OrderingStack, 'admin' | 'odoo'>,
	right: string,
): Promise<void> {
	const [, group] = await admin.call<[string, number]>(
		'ir.model.data',
		'check_object_reference',
		right.split('.'),
	);
	const someone = [['login', '=', odoo.user.login]];
	const users = await admin.call<number[]>('res.users', 'search', [someone]);
	await admin.call('res.users', 'write', [users, { group_ids: [[4, group]] }]);
}

/** The same template, started by a call in place of its clock. */
function calledFor(template: Template, clock: string, path: string): Template {
	const webhook = {
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		parameters: { httpMethod: 'POST', path, options: {} },
	};
	const nodes = template.nodes
		.filter(({ type, name }) => !type.endsWith('scheduleTrigger') || name === clock)
		.map((node) => (node.name === clock ? { ...node, ...webhook } : node));
	const connections = Object.fromEntries(
		Object.entries(template.connections).filter(([from]) =>
			nodes.some(({ name }) => name === from),
		),
	);
	return { ...template, name: `${template.name} (${clock})`, nodes, connections } as Template;
}

/** Publishes it; each call runs it once and answers with the outputs of its nodes. @throws Error if it fails */
export async function publishCalled(
	stack: Pick<OrderingStack, 'client' | 'credentials'>,
	template: Template,
	clock: string,
) {
	const chosen = calledFor(template, clock, randomUUID());
	const { id, notifyUrl } = await publishTemplate(stack, chosen);
	let last: string | undefined;
	const call = async (body: object = {}) => {
		const headers = { connection: 'close', 'content-type': 'application/json' };
		const answer = await fetch(notifyUrl, {
			...{ method: 'POST', headers, body: JSON.stringify(body) },
		});
		if (answer.status !== 200) throw new Error(`${chosen.name} answered ${answer.status}`);
		await waitUntil(`a run of ${chosen.name} has ended`, 120_000, async () => {
			const [newest] = await stack.client.executions(id);
			if (!newest || newest.id === last || newest.stoppedAt === null) return false;
			last = newest.id;
			return true;
		});
		const run = await stack.client.execution(last ?? '');
		if (run.status !== 'success') throw new Error(`${chosen.name}: ${run.error ?? run.status}`);
		return (node: string) => outputsOf(run, node);
	};
	return Object.assign(call, { id });
}
