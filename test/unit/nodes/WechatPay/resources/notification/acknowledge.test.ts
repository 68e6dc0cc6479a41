import type { IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';

import { BatchCount } from '../../../../../../nodes/WechatPay/shared/batch-count';
import { WechatPay } from '../../../../../../nodes/WechatPay/WechatPay.node';

const NODE: INode = {
	id: 'node',
	name: 'WeChat Pay',
	type: 'n8n-nodes-wechat-odoo.wechatPay',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** Runs Acknowledge Notification once over some items, as one branch of a workflow does. */
async function run(items: INodeExecutionData[], answers: unknown[], continueOnFail = false) {
	const parameters: Record<string, unknown> = {
		resource: 'notification',
		operation: 'acknowledge',
	};
	const context = {
		getNode: () => NODE,
		getInputData: () => items,
		getNodeParameter: (name: string) => parameters[name],
		getNodeOutputs: () => [{ type: 'main' }],
		continueOnFail: () => continueOnFail,
		sendResponse: async (answer: unknown) => {
			answers.push(answer);
		},
	} as unknown as IExecuteFunctions;
	return await new WechatPay().execute.call(context);
}

let batches = 0;
const batch = (size: number, acknowledge = 'workflow'): INodeExecutionData[] => {
	batches += 1;
	return Array.from({ length: size }, (_, at) => ({
		json: {
			transaction_id: `420000000${at}`,
			notification: {
				event_type: 'TRANSACTION.SUCCESS',
				acknowledge,
				batch_id: `batch ${batches}`,
				batch_size: size,
			},
		},
	}));
};

describe('Acknowledge Notification', () => {
	it('answers once every notification of the run has passed, over several branches', async () => {
		const answers: unknown[] = [];
		const items = batch(3);
		await run(items.slice(0, 1), answers);
		await run(items.slice(2), answers);
		expect(answers).toEqual([]);
		const output = await run(items.slice(1, 2), answers);
		expect(answers).toEqual([
			{
				statusCode: 200,
				headers: { 'content-type': 'application/json; charset=utf-8' },
				body: { code: 'SUCCESS', message: '成功' },
			},
		]);
		expect(output).toEqual([[{ json: items[1]?.json, pairedItem: { item: 0 } }]]);
	});

	it('counts a notification once, however often it passes', async () => {
		const answers: unknown[] = [];
		const [first, second] = batch(2) as [INodeExecutionData, INodeExecutionData];
		await run([first, first], answers);
		expect(answers).toEqual([]);
		await run([second], answers);
		await run([first, second], answers);
		expect(answers).toHaveLength(1);
	});

	it('keeps batches apart', async () => {
		const answers: unknown[] = [];
		const [one, other] = [batch(2), batch(2)];
		await run([...one.slice(0, 1), ...other.slice(0, 1)], answers);
		expect(answers).toEqual([]);
		await run(one.slice(1), answers);
		expect(answers).toHaveLength(1);
	});

	it('only passes on what the trigger has answered by itself', async () => {
		const answers: unknown[] = [];
		const items = batch(1, 'immediately');
		const [output] = await run(items, answers);
		expect(output?.[0]?.json).toEqual(items[0]?.json);
		expect(answers).toEqual([]);
	});

	it('says what is wrong with an item that no trigger made', async () => {
		const items = [{ json: { transaction_id: '42' } }];
		await expect(run(items, [])).rejects.toThrow('does not carry the notification');
		const [output] = await run(items, [], true);
		expect(output?.[0]?.json).toEqual({
			transaction_id: '42',
			error: 'This item does not carry the notification of a WeChat Pay Trigger.',
		});
	});
});

describe('the count of a batch', () => {
	const limits = { batches: 2, ageMs: 1000 };

	it('is forgotten when it is old', () => {
		const counts = new BatchCount(limits);
		counts.pass('a', 2, 'one', 0);
		expect(counts.pass('a', 2, 'two', 1001)).toBe(false);
		expect(counts.pass('a', 2, 'one', 1001)).toBe(true);
	});

	it('is forgotten when there are too many, the oldest first', () => {
		const counts = new BatchCount(limits);
		for (const [at, id] of ['a', 'b', 'c'].entries()) counts.pass(id, 2, 'one', at);
		expect(counts.pass('c', 2, 'two', 3)).toBe(true);
		expect(counts.pass('a', 2, 'two', 3)).toBe(false);
	});
});
