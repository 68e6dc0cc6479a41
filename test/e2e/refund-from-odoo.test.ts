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
import { creditNote, draftCreditNote } from '../contract/support/credit-notes';
import { answerMail } from '../support/approvals';
import { prepareMoney } from '../support/called-template';
import { openMailbox, type Mailbox } from '../support/mailbox';
import { soldInOdoo } from '../support/sold-in-odoo';

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

const sold = async () => await soldInOdoo(stack, client);

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
const nameOf = async (id: number) =>
	(await stack.admin.call<Array<{ name: string }>>('sale.order', 'read', [[id], ['name']]))[0]
		?.name ?? '';

const shop = () => ({ admin: stack.admin });
const numberOf = ({ out_trade_no }: Payment, note: number) => `${out_trade_no}-CN${note}`;
const postAll = async (ids: number[]) =>
	void (await stack.admin.call('account.move', 'action_post', [ids]));

it('refunds a small credit note at once, and of two large ones of a run only the approved one', async () => {
	const [small, large, declined] = [await sold(), await sold(), await sold()];
	const note = await creditNote(shop(), small.order, 20);
	await untilNoted(note, 'PROCESSING');
	expect(refundsOf(small.payment)).toEqual([[numberOf(small.payment, note), 2000]]);

	const yes = await draftCreditNote(shop(), large.order, 100);
	const no = await draftCreditNote(shop(), declined.order, 60);
	await postAll([yes, no]);
	// The answer about the second does not wait for the answer about the first.
	await answerMail(mailbox, await nameOf(declined.order), false);
	await untilNoted(no, 'DECLINED');
	expect([refundsOf(large.payment), refundsOf(declined.payment)]).toEqual([[], []]);
	await answerMail(mailbox, await nameOf(large.order), true);
	await untilNoted(yes, 'PROCESSING');
	expect(refundsOf(large.payment)).toEqual([[numberOf(large.payment, yes), 10_000]]);
	expect(mailbox.mails).toEqual([]);

	// The notifications were lost: the next run asks with the same numbers, and records what has become of them.
	await again();
	await untilNoted(note, 'SUCCESS');
	await untilNoted(yes, 'SUCCESS');
	expect([refundsOf(small.payment), refundsOf(large.payment)].flat()).toHaveLength(2);
	expect(refundsOf(declined.payment)).toEqual([]);
}, 600_000);

it('asks again with the same number once WeChat Pay has the money for a refund', async () => {
	const { payment, order } = await sold();
	stack.sandbox.refundRules.available = 0;
	const note = await creditNote(shop(), order, 20);
	await untilNoted(note, 'WAITING_FOR_FUNDS');
	stack.sandbox.refundRules.available = 10_000;
	await again();
	expect(refundsOf(payment)).toEqual([]);
	await letTimePass(note);
	await again();
	await untilNoted(note, 'PROCESSING');
	expect(refundsOf(payment)).toEqual([[numberOf(payment, note), 2000]]);
}, 600_000);

it('records a refund that Odoo did not know of before it refunds more', async () => {
	const { payment, order } = await sold();
	const made = stack.sandbox.refund(payment, { refund: 3000 });
	const note = await creditNote(shop(), order, 20);
	const drafts = async () =>
		await stack.admin.call<number[]>('account.move', 'search', [
			[
				['ref', '=', `WeChat refund ${made.refund_id}`],
				['state', '=', 'draft'],
			],
		]);
	await waitUntil('the unknown refund has its draft', 300_000, async () => {
		return (await drafts()).length === 1;
	});
	expect(refundsOf(payment)).toEqual([[made.out_refund_no, 3000]]);
	await postAll(await drafts());
	await again();
	await untilNoted(note, 'PROCESSING');
	expect(refundsOf(payment)).toEqual([
		[made.out_refund_no, 3000],
		[numberOf(payment, note), 2000],
	]);
}, 600_000);

/** Makes the next attempt of a refund without funds due. */
async function letTimePass(note: number): Promise<void> {
	const about = [
		['model', '=', 'account.move'],
		['res_id', '=', note],
		['body', 'ilike', 'WAITING_FOR_FUNDS'],
	];
	const [waiting] = await stack.admin.call<Array<{ id: number; body: string }>>(
		'mail.message',
		'search_read',
		[about, ['body']],
	);
	const body = waiting?.body.replace(/next \S+,/, 'next 2020-01-01T00:00:00.000Z,');
	await stack.admin.call('mail.message', 'write', [[waiting?.id], { body }]);
}
