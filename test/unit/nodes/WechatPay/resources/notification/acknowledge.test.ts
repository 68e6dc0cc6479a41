import type { IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';

import { ACKNOWLEDGED, refused } from '../../../../../../lib/batching/answers';
import { onAnswers } from '../../../../../../nodes/shared/notification-answers';
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
async function run(items: INodeExecutionData[], continueOnFail = false, chunks: unknown[] = []) {
	const parameters: Record<string, unknown> = {
		resource: 'notification',
		operation: 'acknowledge',
	};
	const context = {
		getNode: () => NODE,
		getInputData: () => items,
		getNodeParameter: (name: string) => parameters[name],
		isToolExecution: () => false,
		continueOnFail: () => continueOnFail,
		sendChunk: async (...chunk: unknown[]) => chunks.push(chunk),
	} as unknown as IExecuteFunctions;
	return await new WechatPay().execute.call(context);
}

let batches = 0;
const batch = (size: number): { id: string; items: INodeExecutionData[]; answers: unknown[] } => {
	batches += 1;
	const id = `batch ${batches}`;
	const answers: unknown[] = [];
	onAnswers(id, (given) => answers.push(...given));
	const items = Array.from({ length: size }, (_, at) => ({
		json: {
			out_trade_no: `SHOP${at}`,
			mchid: '1900000001',
			transaction_id: `420000000${at}`,
			notification: { event_type: 'TRANSACTION.SUCCESS', batch_id: id, batch_size: size },
		},
	}));
	return { id, items, answers };
};
const identity = (at: number) => `1900000001  420000000${at}  TRANSACTION.SUCCESS`;
const failed = ({ json }: INodeExecutionData) => ({ json: { ...json, error: 'No pricelist' } });

describe('Acknowledge Notification', () => {
	it('answers each notification when it passes, whatever the others do', async () => {
		const { items, answers } = batch(3);
		const output = await run(items.slice(1, 2));
		expect(answers).toEqual([[identity(1), ACKNOWLEDGED]]);
		expect(output).toEqual([[{ json: items[1]?.json, pairedItem: { item: 0 } }]]);
	});

	it('refuses an item that carries an error, after it has answered all others', async () => {
		const { items, answers } = batch(3);
		const [first, second, third] = items;
		await expect(run([first!, failed(second!), third!])).rejects.toThrow(
			'Order SHOP1 was not recorded: No pricelist',
		);
		expect(answers).toEqual([
			[identity(0), ACKNOWLEDGED],
			[identity(1), refused('NOT_RECORDED')],
			[identity(2), ACKNOWLEDGED],
		]);
	});

	it('passes a refused item on, with its error, when On Error says continue', async () => {
		const { items } = batch(2);
		const [output] = await run([failed(items[0]!), items[1]!], true);
		expect(output?.map(({ json }) => json)).toEqual([
			{ ...items[0]!.json, error: 'Order SHOP0 was not recorded: No pricelist' },
			items[1]!.json,
		]);
	});

	it('streams the answers of a batch that another process has started', async () => {
		const { items, id } = batch(2);
		onAnswers(id, () => {})();
		const chunks: unknown[] = [];
		await run(items, false, chunks);
		const content = JSON.stringify({
			batch_id: id,
			answers: [0, 1].map((at) => [identity(at), ACKNOWLEDGED]),
		});
		expect(chunks).toEqual([['item', 0, content]]);
	});

	it('says what is wrong with an item that no trigger made', async () => {
		const items = [{ json: { transaction_id: '42' } }];
		await expect(run(items)).rejects.toThrow('does not carry the notification');
		const [output] = await run(items, true);
		expect(output?.[0]?.json).toEqual({
			transaction_id: '42',
			error: 'This item does not carry the notification of a WeChat trigger.',
		});
	});
});
