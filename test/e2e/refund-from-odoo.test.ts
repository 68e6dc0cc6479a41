import { connectOdoo } from '../../lib/odoo/connect';
import type { OdooClient } from '../../lib/odoo/client';
import { odooFields } from '../../tools/services/odoo-fields';
import {
	readTemplate,
	startOrderingStack,
	type OrderingStack,
} from '../../tools/services/ordering-stack';
import { waitUntil } from '../../tools/services/processes';
import type { Payment } from '../../sandbox';
import { creditNote } from '../contract/support/credit-notes';
import { record } from '../contract/support/recording';
import { prepareMoney } from '../support/called-template';
import { openMailbox, type Mailbox } from '../support/mailbox';

let stack: OrderingStack;
let mailbox: Mailbox;
let client: OdooClient;
let again: () => Promise<void>;

beforeAll(async () => {
	mailbox = await openMailbox();
	stack = await startOrderingStack({
		products: [{ sku: 'TEE', name: 'Tee', price: 50, stock: 200 }],
	});
	await prepareMoney(stack, ['CNY']);
	const { url, database, user } = stack.odoo;
	client = await connectOdoo({
		...{ url, database, login: user.login, secret: user.apiKey ?? user.password },
		...{ protocol: 'auto', timeoutMs: 60_000 },
	});
	const smtp = await stack.client.createCredential('smtp', 'Mailbox', {
		...{ user: '', password: '', host: '127.0.0.1', port: mailbox.port },
		...{ secure: false, disableStartTls: true },
	});
	const odooForWechatApi = await stack.client.createCredential('odooForWechatApi', 'Everything', {
		...odooFields(stack.odoo),
		...{ username: stack.odoo.admin.login, apiKey: stack.odoo.admin.password, protocol: 'xmlrpc' },
	});
	const template = await readTemplate('refund-from-odoo.json');
	const changes: Record<string, object> = {
		'Create Refund': { confirm: true },
		'Prepare Refund': { withoutApprovalUpTo: 50 },
		'Ask for Approval': { fromEmail: 'n8n@example.com', toEmail: 'boss@example.com' },
	};
	const nodes = template.nodes.map((node) => {
		const parameters = { ...node.parameters, ...changes[node.name] };
		if (node.name === 'Every 30 Minutes') {
			const path = 'refunds-again';
			const webhook = { httpMethod: 'POST', path, responseMode: 'lastNode', options: {} };
			const type = 'n8n-nodes-base.webhook';
			return { ...node, type, typeVersion: 2, parameters: webhook };
		}
		if (!node.type.endsWith('odooTrigger')) return { ...node, parameters };
		const options = { catchUpSeconds: 5, pollSeconds: 2, calmSeconds: 2 };
		return { ...node, parameters: { ...parameters, options } };
	});
	const { id, webhookUrls } = await stack.client.importWorkflow(
		{ ...template, nodes },
		{ ...stack.credentials, odooForWechatApi, smtp },
	);
	await stack.client.publish(id);
	again = async () => void (await fetch(webhookUrls['Every 30 Minutes'] ?? '', { method: 'POST' }));
}, 1_800_000);

afterAll(async () => {
	mailbox?.stop();
	await stack?.stop();
}, 60_000);

async function sold(): Promise<{ payment: Payment; order: number }> {
	const payment = stack.sandbox.pay({ total: 10_000 });
	const { mchid, appid, out_trade_no, transaction_id, payer } = payment;
	const line = { sku: 'TEE', quantity: 2, unit_price_fen: 5_000 };
	const product_id = stack.products.TEE ?? 0;
	const [recorded] = await record(client, [
		{
			payment: {
				...{ mchid, appid, out_trade_no, transaction_id, payer },
				...{ total_fen: 10_000, amount: { currency: 'CNY' }, lines: [line] },
			},
			mapping: {
				status: 'mapped',
				lines: [{ ...line, product_id, product_name: 'Tee' }],
				unmapped: [],
			},
		},
	]);
	return { payment, order: recorded?.sale_order_id ?? 0 };
}

const refundsOf = ({ transaction_id }: Payment) =>
	stack.sandbox
		.refunds()
		.filter((refund) => refund.transaction_id === transaction_id)
		.map(({ out_refund_no, amount }) => [out_refund_no, amount.refund]);
const noteOn = async (id: number) => {
	const about = [
		['model', '=', 'account.move'],
		['res_id', '=', id],
	];
	const rows = await stack.admin.call<Array<{ body: string }>>('mail.message', 'search_read', [
		about,
		['body'],
	]);
	return rows.map(({ body }) => body).join('\n');
};
const untilNoted = async (id: number, text: string) =>
	await waitUntil(`credit note ${id} says ${text}`, 300_000, async () => {
		return (await noteOn(id)).includes(text);
	});
const answered = async (order: string, approved: boolean) => {
	const mail = () => mailbox.mails.find((text) => text.includes(order));
	await waitUntil(`somebody is asked about ${order}`, 120_000, async () => {
		return await Promise.resolve(mail() !== undefined);
	});
	const links = (mail() ?? '').match(/http[^"\s]+approved=[^"\s]+/g) ?? [];
	const link = links.find((one) => one.includes(`approved=${approved}`)) ?? '';
	const agent = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };
	await fetch(link.replaceAll('&amp;', '&'), { headers: agent });
};
const nameOf = async (id: number) =>
	(await stack.admin.call<Array<{ name: string }>>('sale.order', 'read', [[id], ['name']]))[0]
		?.name ?? '';

it('refunds a small credit note at once, a large one after its approval, and none that is declined', async () => {
	const [small, large, declined] = [await sold(), await sold(), await sold()];
	const shop = { admin: stack.admin };
	const note = await creditNote(shop, small.order, 20);
	await untilNoted(note, 'PROCESSING');
	expect(refundsOf(small.payment)).toEqual([[`${small.payment.out_trade_no}-CN${note}`, 2000]]);

	const big = await creditNote(shop, large.order, 100);
	await answered(await nameOf(large.order), true);
	await untilNoted(big, 'PROCESSING');
	expect(refundsOf(large.payment)).toEqual([[`${large.payment.out_trade_no}-CN${big}`, 10_000]]);

	const no = await creditNote(shop, declined.order, 60);
	await answered(await nameOf(declined.order), false);
	await untilNoted(no, 'DECLINED');
	expect(refundsOf(declined.payment)).toEqual([]);

	// The notifications were lost: the next run asks with the same numbers, and records what has become of them.
	await again();
	await untilNoted(note, 'SUCCESS');
	await untilNoted(big, 'SUCCESS');
	expect([refundsOf(small.payment), refundsOf(large.payment)].flat()).toHaveLength(2);
	expect(refundsOf(declined.payment)).toEqual([]);
}, 600_000);
