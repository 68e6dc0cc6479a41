import { connectOdoo } from '../../lib/odoo/connect';
import type { OdooClient } from '../../lib/odoo/client';
import { runSetUp } from '../../lib/set-up/run-set-up';
import { setUpSteps } from '../../lib/set-up/set-up-steps';
import type { Complaint } from '../../sandbox';
import type { Template } from '../../tools/package/template-check';
import {
	publishTemplate,
	readTemplate,
	startOrderingStack,
	type OrderingStack,
} from '../../tools/services/ordering-stack';
import { waitUntil } from '../../tools/services/processes';
import { prepareMoney, publishCalled } from '../support/called-template';
import { soldInOdoo } from '../support/sold-in-odoo';

let stack: OrderingStack;
let client: OdooClient;

beforeAll(async () => {
	stack = await startOrderingStack({
		products: [{ sku: 'TEE', name: 'Tee', price: 50, stock: 200 }],
	});
	const administrator = await prepareMoney(stack, ['CNY']);
	const steps = setUpSteps({ currencies: ['CNY'], customsWarehouses: ['WH'] });
	await runSetUp(administrator, steps);
	const { url, database, user } = stack.odoo;
	client = await connectOdoo({
		...{ url, database, login: user.login, secret: user.apiKey ?? user.password },
		...{ protocol: 'auto', timeoutMs: 60_000 },
	});
}, 1_800_000);
afterAll(async () => await stack?.stop(), 60_000);

const without = (template: Template, removed: RegExp): Template => ({
	...template,
	nodes: template.nodes.filter(({ name }) => !removed.test(name)),
	connections: Object.fromEntries(
		Object.entries(template.connections).filter(([from]) => !removed.test(from)),
	),
});

const about = (model: string, id: number) => [
	['res_model', '=', model],
	['res_id', '=', id],
];
const activitiesOn = async (order: number) =>
	(
		await stack.admin.call<Array<{ summary: string }>>('mail.activity', 'search_read', [
			about('sale.order', order),
			['summary'],
		])
	)
		.map(({ summary }) => summary)
		.filter((summary) => summary.includes('complaint'));
const untilActivities = async (order: number, expected: string[]) =>
	await waitUntil(`order ${order} has ${expected.join() || 'no activity'}`, 120_000, async () => {
		return (await activitiesOn(order)).join() === expected.join();
	});
const said = ({ history }: Complaint, type: string) =>
	history.filter(({ operate_type }) => operate_type === type).map((step) => step.operate_details);

it('brings complaints to their orders, announced or not, and sends each answer back once', async () => {
	const template = await readTemplate('complaints.json');
	const [missed, announced] = [await soldInOdoo(stack, client), await soldInOdoo(stack, client)];
	const one = stack.sandbox.complain(missed.payment, { complaint_detail: '未收到货' });
	const list = await publishCalled(stack, without(template, /^Complaints$/), 'Every Hour');
	await list();
	const task = ({ complaint_id }: Complaint, what: string) =>
		`${what} WeChat complaint ${complaint_id}`;
	expect(await activitiesOn(missed.order)).toEqual([task(one, 'Answer')]);

	const { notifyUrl } = await publishTemplate(stack, without(template, /^Every/));
	const register: Template = {
		name: 'Register',
		nodes: [
			node('Clock', 'n8n-nodes-base.scheduleTrigger', 1.2, {}),
			node('Register', 'n8n-nodes-wechat-odoo.wechatPay', 1, {
				...{ resource: 'complaint', operation: 'setNotificationUrl', complaintUrl: notifyUrl },
			}),
		],
		connections: chain('Clock', 'Register'),
		settings: { executionOrder: 'v1' },
	};
	await (
		await publishCalled(stack, register, 'Clock')
	)();
	const other = stack.sandbox.complain(announced.payment, { complaint_detail: '坏了' });
	await untilActivities(announced.order, [task(other, 'Answer')]);

	const answers = await publishCalled(stack, without(template, /^Complaints$/), 'Every 2 Minutes');
	const write = async (body: string) =>
		await stack.admin.call('sale.order', 'message_post', [[announced.order]], {
			...{ body, message_type: 'comment', subtype_xmlid: 'mail.mt_note' },
		});
	await write('WeChat: 今天换新');
	const first = await answers();
	expect(first('Note Answer')[0]).toMatchObject([{ odoo: { status: 'sent' } }]);
	await answers();
	expect(said(other, 'MERCHANT_RESPONSE')).toEqual(['今天换新']);
	await untilActivities(announced.order, [task(other, 'Solve')]);

	await write('WeChat solved');
	await write(`WeChat: ${'好'.repeat(201)}`);
	const second = await answers();
	const noted = second('Note Answer')[0]?.map(({ odoo }) => (odoo as { status: string }).status);
	expect(noted?.sort()).toEqual(['failed', 'sent']);
	await untilActivities(announced.order, []);
	expect(other.complaint_state).toBe('PROCESSED');
	expect(said(one, 'MERCHANT_RESPONSE')).toEqual([]);
}, 600_000);

it('declares an order to customs and releases it when customs has it', async () => {
	const template = await readTemplate('customs.json');
	const nodes = template.nodes.map((one) =>
		one.name === 'Declare'
			? { ...one, parameters: { ...one.parameters, merchantCustomsNo: '3302960XYZ' } }
			: one,
	);
	const run = await publishCalled(stack, { ...template, nodes }, 'Every 2 Minutes');
	const { payment, order } = await soldInOdoo(stack, client);
	const state = async () => {
		const [row] = await stack.admin.call<Array<{ x_wechat_customs: string }>>(
			'sale.order',
			'read',
			[[order], ['x_wechat_customs']],
		);
		return row?.x_wechat_customs;
	};
	for (let count = 0; count < 6 && (await state()) !== 'SUCCESS'; count++) {
		// The pause between two looks is over.
		const vals = { x_wechat_customs_checked: '2020-01-01 00:00:00' };
		await stack.admin.call('sale.order', 'write', [[order], vals]);
		await run();
	}
	expect(await state()).toBe('SUCCESS');
	const declared = stack.sandbox
		.declarations()
		.filter((one) => one.transaction_id === payment.transaction_id && !one.void);
	expect(declared).toMatchObject([{ state: 'SUCCESS', order_fee: 10_000 }]);
}, 600_000);

it('shares the commission of an influencer, once', async () => {
	const payment = stack.sandbox.pay({ total: 20_000 });
	const { transaction_id, out_trade_no, appid } = payment;
	const receiver = { receiverType: 'PERSONAL_OPENID', receiverAccount: 'oAnna' };
	const sharing = (operation: string, parameters: object) =>
		node(operation, 'n8n-nodes-wechat-odoo.wechatPay', 1, {
			...{ resource: 'profitSharing', operation, ...parameters },
		});
	const number = { transactionId: transaction_id, sharingNumber: `${out_trade_no}-S1` };
	const shareRates = JSON.stringify([
		{ code: 'ANNA', type: 'PERSONAL_OPENID', account: 'oAnna', rate: 500 },
	]);
	const template: Template = {
		name: 'Profit sharing',
		nodes: [
			node('Clock', 'n8n-nodes-base.scheduleTrigger', 1.2, {}),
			sharing('addReceiver', { ...receiver, receiverAppid: appid, relationType: 'DISTRIBUTOR' }),
			sharing('share', { ...number, shareRates, influencerCode: 'ANNA', confirmSharing: true }),
			sharing('getShare', number),
		],
		connections: chain('Clock', 'addReceiver', 'share', 'getShare'),
		settings: { executionOrder: 'v1' },
	};
	const run = await publishCalled(stack, template, 'Clock');
	const receivers = [{ account: 'oAnna', amount: 1000, result: 'SUCCESS' }];
	expect((await run())('getShare')[0]).toMatchObject([{ state: 'FINISHED', receivers }]);
	await run();
	expect(stack.sandbox.sharedOrders(transaction_id)).toHaveLength(1);
}, 300_000);

function node(name: string, type: string, typeVersion: number, parameters: object) {
	const position: [number, number] = [0, 0];
	const given = parameters as Template['nodes'][number]['parameters'];
	return { id: name, name, type, typeVersion, position, parameters: given };
}

const chain = (...names: string[]): Template['connections'] =>
	Object.fromEntries(
		names
			.slice(0, -1)
			.map((name, index) => [
				name,
				{ main: [[{ node: names[index + 1] ?? '', type: 'main' as const, index: 0 }]] },
			]),
	);
