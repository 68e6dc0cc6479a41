import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { ACKNOWLEDGED, refused } from '../../../../../lib/batching/answers';
import { onAnswers } from '../../../../../nodes/shared/notification-answers';
import {
	acknowledgeOrRefuse,
	answerItems,
	refuseOrRetry,
} from '../../../../../nodes/shared/receiving/answer-items';

/** An event of a WeChat Shop whose order has been read. */
const event = (batch_id: string, more: IDataObject = {}): INodeExecutionData => ({
	json: {
		shop_appid: 'wxfedcba9876543210',
		shop_order_id: '3705115058471208928',
		notification: { api: 'push', id: 'channels_ec_order_pay 37 1662480000', batch_id },
		...more,
	},
});

const context = (mode = 'webhook') =>
	({
		getExecutionId: () => '7',
		getMode: () => mode,
		sendChunk: () => undefined,
	}) as unknown as IExecuteFunctions;

it('answers for an event of a WeChat Shop, whatever reading its order has added', async () => {
	const answers: unknown[] = [];
	onAnswers('read order', (given) => answers.push(...given));
	const item = event('read order', { transaction_id: '4200', mchid: '' });
	const outcomes = await answerItems(context(), [item], acknowledgeOrRefuse);
	expect(outcomes).toEqual([{ json: item.json }]);
	expect(answers).toEqual([['push channels_ec_order_pay 37 1662480000', ACKNOWLEDGED]]);
});

it('names the order of the WeChat Shop that was not recorded', async () => {
	const answers: unknown[] = [];
	onAnswers('not recorded', (given) => answers.push(...given));
	const [outcome] = await answerItems(
		context(),
		[event('not recorded', { error: 'No pricelist' })],
		acknowledgeOrRefuse,
	);
	expect(outcome).toMatchObject({
		error: { message: 'Order 3705115058471208928 was not recorded: No pricelist' },
	});
	expect(answers).toEqual([[expect.any(String), refused('NOT_RECORDED')]]);
});

it('lets an item pass once when n8n retries the execution', async () => {
	const pass = async (item: INodeExecutionData) => {
		const [outcome] = await answerItems(context('retry'), [item], (json, notification) =>
			refuseOrRetry(context('retry'), json, notification),
		);
		return outcome;
	};
	const first = await pass(event('retried', { error: 'No pricelist' }));
	expect(first).toMatchObject({ json: { notification: { retried_in: '7' } } });
	expect(first).not.toHaveProperty('json.error');
	const { json } = first as { json: IDataObject };
	expect(await pass({ json: { ...json, error: 'Again' } })).toHaveProperty('error');
});
