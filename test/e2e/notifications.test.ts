import type { NotifyOptions, Sandbox } from '../../sandbox';
import { outputsOf } from '../../tools/services/n8n-executions';
import { waitUntil } from '../../tools/services/processes';
import { endedRuns } from '../support/ended-runs';
import {
	publishReceiver,
	startReceivingStack,
	TRIGGER,
	type ReceivingStack,
} from '../support/receiving-stack';

const EVENTS = ['TRANSACTION.SUCCESS', 'REFUND.SUCCESS', 'REFUND.ABNORMAL', 'REFUND.CLOSED'];
const WAIT = {
	type: 'n8n-nodes-base.wait',
	typeVersion: 1.1,
	parameters: { resume: 'timeInterval', amount: 3, unit: 'seconds' },
};
const FAIL = {
	type: 'n8n-nodes-base.stopAndError',
	parameters: { errorMessage: 'Odoo is away' },
};

let stack: ReceivingStack;
let orders = 0;

beforeAll(async () => {
	stack = await startReceivingStack();
}, 1_800_000);

afterAll(async () => await stack?.stop(), 60_000);

type Subject = Parameters<Sandbox['notify']>[0];

const numbers = () => {
	orders += 1;
	const number = String(orders).padStart(4, '0');
	return { out_trade_no: `SHOP2026${number}`, transaction_id: `420000276120261122123456${number}` };
};

const order = () => ({
	...numbers(),
	total: 24_800,
	attach: 'TEE-RED-M*2@9900,CAP-BLK@5000',
	openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o',
	success_time: '2026-11-22T20:15:03+08:00',
});

const settled = async (): Promise<void> => {
	for (let tries = 0; tries < 150; tries += 1) {
		if ((await stack.client.running()) === 0) return;
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
	throw new Error('The runs did not end within 30 seconds');
};

const paidGolden = ({ out_trade_no, transaction_id }: ReturnType<typeof numbers>) => ({
	mchid: '1900000001',
	appid: 'wx0123456789abcdef',
	out_trade_no,
	transaction_id,
	trade_type: 'JSAPI',
	trade_state: 'SUCCESS',
	trade_state_desc: '支付成功',
	bank_type: 'OTHERS',
	attach: 'TEE-RED-M*2@9900,CAP-BLK@5000',
	success_time: '2026-11-22T20:15:03+08:00',
	payer: { openid: 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o' },
	amount: { total: 24_800, payer_total: 24_800, currency: 'CNY', payer_currency: 'CNY' },
	total_fen: 24_800,
	total: '248.00',
	payer_total_fen: 24_800,
	payer_total: '248.00',
	lines: [
		{ sku: 'TEE-RED-M', quantity: 2, unit_price_fen: 9900, unit_price: '99.00' },
		{ sku: 'CAP-BLK', quantity: 1, unit_price_fen: 5000, unit_price: '50.00' },
	],
	lines_source: 'attach',
});

const without = (item: object, ...names: string[]) =>
	Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));

interface Kind {
	subject: Subject;
	options?: NotifyOptions;
	event?: string;
	payments?: Array<Record<string, unknown>>;
	refunds?: Array<Record<string, unknown>>;
}

const KINDS: Record<string, () => Kind> = {
	'a payment': () => {
		const placed = order();
		return { subject: stack.sandbox.pay(placed), payments: [paidGolden(placed)] };
	},
	'a payment to a service provider': () => {
		const placed = order();
		return {
			subject: stack.sandbox.pay(placed),
			options: { as: 'partner' },
			payments: [
				{
					...paidGolden(placed),
					sp_mchid: '1900000001',
					sp_appid: 'wx0123456789abcdef',
					sub_mchid: '1900000109',
				},
			],
		};
	},
	'a payment across the border': () => {
		const placed = order();
		const exchange_rate = { type: 'SETTLEMENT_RATE', rate: 650_000_000 };
		const foreign = { currency: 'HKD', payer_currency: 'CNY', payer_total: 22_000, exchange_rate };
		return {
			subject: stack.sandbox.pay({ ...placed, ...foreign }),
			options: { as: 'global' },
			payments: [
				{
					...paidGolden(placed),
					amount: { total: 24_800, ...foreign },
					payer_total_fen: 22_000,
					payer_total: '220.00',
				},
			],
		};
	},
	'a combined order': () => {
		const placed = [order(), order()];
		const whole = {
			combine_mchid: '1900000001',
			combine_appid: 'wx0123456789abcdef',
			combine_out_trade_no: `COMBINED${placed[0]?.out_trade_no ?? ''}`,
		};
		const subject = stack.sandbox.combine(
			placed.map((one) => stack.sandbox.pay(one)),
			{ combine_out_trade_no: whole.combine_out_trade_no },
		);
		const golden = placed.map((one) => without(paidGolden(one), 'trade_state_desc'));
		return { subject, payments: golden.map((one) => ({ ...one, ...whole })) };
	},
	'a payment of APIv2': () => {
		const placed = order();
		return {
			subject: stack.sandbox.pay(placed),
			options: { as: 'v2' },
			payments: [without(paidGolden(placed), 'trade_state_desc')],
		};
	},
	...Object.fromEntries(
		(['SUCCESS', 'ABNORMAL', 'CLOSED'] as const).flatMap((status) =>
			(['direct', 'partner', 'global', 'v2'] as const).map((as) => [
				`a refund that ended with ${status}, ${as}`,
				() => refundKind(status, as),
			]),
		),
	),
};

function refundKind(
	status: 'SUCCESS' | 'ABNORMAL' | 'CLOSED',
	as: 'direct' | 'partner' | 'global' | 'v2',
): Kind {
	const placed = order();
	const payment = stack.sandbox.pay(placed);
	const out_refund_no = `REFUND${placed.out_trade_no}`;
	const subject = stack.sandbox.refund(payment, { refund: 5000, out_refund_no, status });
	const { refund_id, success_time, user_received_account } = subject;
	const both = { total: 24_800, refund: 5000, currency: 'CNY' };
	const payer = { payer_total: 24_800, payer_refund: 5000 };
	const amounts = {
		direct: { ...both, ...payer },
		partner: { ...both, ...payer },
		global: { ...both, ...payer, payer_currency: 'CNY' },
		v2: { ...both, payer_refund: 5000 },
	};
	const fund_source = 'REFUND_SOURCE_UNSETTLED_FUNDS';
	return {
		subject,
		options: { as },
		event: `REFUND.${status}`,
		refunds: [
			{
				mchid: '1900000001',
				...(as === 'partner' ? { sp_mchid: '1900000001', sub_mchid: '1900000109' } : {}),
				out_trade_no: placed.out_trade_no,
				transaction_id: placed.transaction_id,
				out_refund_no,
				refund_id,
				refund_status: status,
				...(success_time === undefined ? {} : { success_time }),
				user_received_account,
				...(as === 'global' || as === 'v2' ? { fund_source } : {}),
				amount: amounts[as],
				refund_fen: 5000,
				refund: '50.00',
			},
		],
	};
}

describe.each([
	['onReceived', 'immediately'],
	['responseNode', 'workflow'],
])('acknowledging with %s', (acknowledge, said) => {
	let workflow: { id: string; notifyUrl: string };

	beforeAll(async () => {
		workflow = await publishReceiver(stack, { acknowledge, events: EVENTS });
	});

	it.each(Object.keys(KINDS))('makes the golden items of %s', async (name) => {
		const { subject, options, event, payments, refunds } = KINDS[name]!();
		const { acknowledged, deliveries } = await stack.sandbox.notify(subject, {
			...options,
			url: workflow.notifyUrl,
			maxResends: 0,
		});
		expect({ acknowledged, status: deliveries[0]?.status }).toEqual({
			acknowledged: true,
			status: 200,
		});
		const items = payments ?? refunds ?? [];
		const numbers = items.map(({ transaction_id }) => String(transaction_id));
		const [run, ...others] = await endedRuns(stack.client, workflow.id, numbers);
		expect(others).toEqual([]);
		const size = items.length;
		const golden = (items: object[] = []) =>
			items.map((item) => ({
				...item,
				notification: {
					id: expect.any(String) as string,
					event_type: event ?? 'TRANSACTION.SUCCESS',
					create_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
					api: options?.as === 'v2' ? 'v2' : 'v3',
					acknowledge: said,
					batch_id: expect.any(String) as string,
					batch_size: size,
				},
			}));
		expect(outputsOf(run!, TRIGGER)).toEqual([golden(payments), golden(refunds), []]);
	});

	it('takes HMAC-SHA256 where the credential says so, and MD5 no longer', async () => {
		const credential = { apiV2SignType: 'HMAC-SHA256' };
		const { id, notifyUrl: url } = await publishReceiver(stack, { acknowledge }, { credential });
		const payment = stack.sandbox.pay(order());
		const send = async (signType: 'MD5' | 'HMAC-SHA256') =>
			await stack.sandbox.notify(payment, { as: 'v2', signType, url, maxResends: 0 });
		expect((await send('MD5')).deliveries[0]).toMatchObject({ status: 401, acknowledged: false });
		expect((await send('HMAC-SHA256')).acknowledged).toBe(true);
		await settled();
		expect(await stack.client.executionCount(id)).toBe(1);
	});

	it('acknowledges other products and events nobody asked for without an execution', async () => {
		const { id, notifyUrl: url } = await publishReceiver(stack, { acknowledge });
		const refunded = stack.sandbox.pay(order());
		const subjects = [
			...(['payScore', 'profitSharing', 'debit', 'securityEcho', 'complaint'] as const).map(
				(example) => stack.sandbox.event(example),
			),
			stack.sandbox.refund(refunded, { refund: 100 }),
		];
		for (const subject of subjects) {
			expect((await stack.sandbox.notify(subject, { url, maxResends: 0 })).acknowledged).toBe(true);
		}
		expect(await stack.client.executionCount(id)).toBe(0);
	});

	it('runs one execution of a notification that comes four times, three of them at once', async () => {
		const { id, notifyUrl: url } = await publishReceiver(stack, { acknowledge }, { between: WAIT });
		const payment = stack.sandbox.pay(order());
		const atOnce = await stack.sandbox.notify(payment, { url, copies: 3, maxResends: 0 });
		expect(atOnce.deliveries.map(({ status }) => status)).toEqual([200, 200, 200]);
		await settled();
		expect((await stack.sandbox.notify(payment, { url, maxResends: 0 })).acknowledged).toBe(true);
		expect(await stack.client.executionCount(id)).toBe(1);
	});
});

describe('holding the answer', () => {
	const acknowledge = 'responseNode';

	it('lets the next delivery through after a run that failed', async () => {
		const { id, notifyUrl: url } = await publishReceiver(stack, { acknowledge }, { between: FAIL });
		const payment = stack.sandbox.pay(order());
		for (const runs of [1, 2]) {
			const { acknowledged } = await stack.sandbox.notify(payment, { url, maxResends: 0 });
			await settled();
			expect({ acknowledged, runs: await stack.client.executionCount(id) }).toEqual({
				acknowledged: false,
				runs,
			});
		}
	});

	it('says that a run was stopped', async () => {
		const { id, notifyUrl: url } = await publishReceiver(stack, { acknowledge }, { between: WAIT });
		const sent = stack.sandbox.notify(stack.sandbox.pay(order()), { url, maxResends: 0 });
		const running: string[] = [];
		await waitUntil('n8n lists the run', 3000, async () => {
			running.push(...(await stack.client.runningExecutions(id)));
			return running.length > 0;
		});
		await stack.client.stopExecution(running[0]!);
		const [delivery] = (await sent).deliveries;
		expect(delivery?.status).toBe(503);
		expect(delivery?.body).toContain('RUN_FAILED');
	});

	it('answers everybody who waits when n8n is stopped', async () => {
		const { notifyUrl: url } = await publishReceiver(stack, { acknowledge }, { between: WAIT });
		const [first, second] = [stack.sandbox.pay(order()), stack.sandbox.pay(order())];
		const running = stack.sandbox.notify(first, { url, maxResends: 0 });
		await new Promise((resolve) => setTimeout(resolve, 1000));
		const duplicate = stack.sandbox.notify(first, { url, maxResends: 0 });
		const queued = stack.sandbox.notify(second, { url, maxResends: 0 });
		await new Promise((resolve) => setTimeout(resolve, 300));
		await stack.n8n.restart();
		const statuses = await Promise.all(
			[running, duplicate, queued].map(async (sent) => (await sent).deliveries[0]?.status),
		);
		expect(statuses).toEqual([200, 200, 503]);
	});
});
