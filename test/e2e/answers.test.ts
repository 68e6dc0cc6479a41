import type { Payment } from '../../sandbox';
import {
	publishReceiver,
	startReceivingStack,
	type ReceivingStack,
} from '../support/receiving-stack';

const ONE_PROCESS = undefined;
const QUEUE = { webhooks: 2, workers: 2 };

/** Fails the payments of some orders, as a node with an error output does. */
const failing = (condition: string) => ({
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: {
		mode: 'raw',
		jsonOutput: `={{ ${condition} ? { ...$json, error: 'No pricelist' } : $json }}`,
		options: {},
	},
});
const FAIL = {
	type: 'n8n-nodes-base.stopAndError',
	parameters: { errorMessage: 'Odoo is away' },
};
/** Drops the payments of some orders. */
const dropping = (condition: string) => ({
	type: 'n8n-nodes-base.filter',
	typeVersion: 2.2,
	parameters: {
		conditions: {
			options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
			conditions: [
				{
					id: '7c1f2a3e-1111-4111-8111-0000000000a1',
					leftValue: `={{ ${condition} }}`,
					rightValue: '',
					operator: { type: 'boolean', operation: 'false', singleValue: true },
				},
			],
			combinator: 'and',
		},
		options: {},
	},
});

describe.each([
	['in one process', ONE_PROCESS],
	['in queue mode', QUEUE],
])('the answers of the workflow %s', (_, queue) => {
	let stack: ReceivingStack;

	beforeAll(async () => {
		stack = await startReceivingStack({}, queue);
	}, 1_800_000);
	afterAll(async () => await stack?.stop(), 60_000);

	const publish = async (between?: object) => {
		const parameters = { acknowledge: 'responseNode' };
		return await publishReceiver(stack, parameters, between ? { between } : {});
	};
	const pay = (out_trade_no: string) =>
		stack.sandbox.pay({ out_trade_no, total: 9900, attach: 'TEE-RED-M' });
	type Subject = Parameters<typeof stack.sandbox.notify>[0];
	const send = async (url: string, subject: Subject, as: 'direct' | 'v2' = 'direct') => {
		const { deliveries } = await stack.sandbox.notify(subject, { url, as, maxResends: 0 });
		return { status: deliveries[0]?.status, body: deliveries[0]?.body ?? '' };
	};

	it.each(['direct', 'v2'] as const)(
		'are those to each payment, whatever became of the others of its run (%s)',
		async (as) => {
			const { id, notifyUrl } = await publish(failing('$json.out_trade_no.startsWith("BAD")'));
			const named = Array.from(
				{ length: 24 },
				(_unused, at) => `${at % 6 === 5 ? 'BAD' : 'SHOP'}${as}${String(at).padStart(4, '0')}`,
			);
			const answers = await Promise.all(
				named.map(async (name) => ({ name, ...(await send(notifyUrl, pay(name), as)) })),
			);
			for (const { name, status, body } of answers) {
				const isGood = name.startsWith('SHOP');
				expect({ name, status }).toEqual({ name, status: isGood ? 200 : 503 });
				expect(body).toContain(isGood ? 'SUCCESS' : 'NOT_RECORDED');
			}
			expect(await stack.client.executionCount(id)).toBeLessThan(24);
		},
		120_000,
	);

	it('are those to each payment, where others never reach Acknowledge Notification', async () => {
		const { notifyUrl } = await publish(dropping('$json.out_trade_no.startsWith("LOST")'));
		const names = ['SHOP1001', 'LOST1002', 'SHOP1003', 'LOST1004', 'SHOP1005'];
		const answers = await Promise.all(names.map(async (name) => await send(notifyUrl, pay(name))));
		expect(answers.map(({ status }) => status)).toEqual([200, 503, 200, 503, 200]);
		expect(answers[1]?.body).toContain('NOT_ACKNOWLEDGED');
	}, 60_000);

	it('acknowledge a combined order only when all its payments are recorded', async () => {
		const { notifyUrl } = await publish(failing('$json.out_trade_no.startsWith("BAD")'));
		const combine = (...payments: Payment[]) => stack.sandbox.combine(payments);
		const [good, bad] = await Promise.all([
			send(notifyUrl, combine(pay('SHOP2001'), pay('SHOP2002'))),
			send(notifyUrl, combine(pay('SHOP2003'), pay('BAD2004'))),
		]);
		expect([good?.status, bad?.status]).toEqual([200, 503]);
	}, 60_000);

	it('say that the run failed, and let the next delivery start another', async () => {
		const { id, notifyUrl } = await publish(FAIL);
		const payment = pay(`SHOP300${queue ? 1 : 2}`);
		for (const runs of [1, 2]) {
			const { status, body } = await send(notifyUrl, payment);
			expect({ status, runs: await stack.client.executionCount(id) }).toEqual({
				status: 503,
				runs,
			});
			expect(body).toContain('RUN_FAILED');
		}
	}, 60_000);
});
