import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { refused } from '../../../../../../lib/batching/answers';
import { onAnswers } from '../../../../../../nodes/shared/notification-answers';
import { execute } from '../../../../../../nodes/WechatPay/resources/notification/refuse';

const failed = (id: string): INodeExecutionData => ({
	json: {
		out_trade_no: `SHOP${id}`,
		transaction_id: id,
		error: 'Odoo is away',
		notification: { event_type: 'TRANSACTION.SUCCESS', batch_id: 'refused' },
	},
});

/** Runs Refuse Notification in an execution that n8n starts in this mode. */
const run = async (items: INodeExecutionData[], mode: string, executionId = '7') =>
	await execute({
		getNode: () => ({ name: 'Refuse' }),
		getInputData: () => items,
		getMode: () => mode,
		getExecutionId: () => executionId,
		continueOnFail: () => false,
		sendChunk: () => undefined,
	} as unknown as IExecuteFunctions);

describe('Refuse Notification', () => {
	it('refuses every payment, then fails the execution', async () => {
		const answers: unknown[] = [];
		const stop = onAnswers('refused', (given) => answers.push(...given));
		await expect(run([failed('41'), failed('42')], 'webhook')).rejects.toThrow(
			'Order SHOP41 was not recorded: Odoo is away',
		);
		stop();
		expect(answers).toEqual(
			['41', '42'].map((id) => [`  ${id}  TRANSACTION.SUCCESS`, refused('NOT_RECORDED')]),
		);
	});

	it('passes them on once when n8n retries the execution, without their error', async () => {
		const [passed] = await run([failed('41')], 'retry', '8');
		const [item] = passed!;
		expect(item!.json).not.toHaveProperty('error');
		expect(item!.json).toMatchObject({ transaction_id: '41', notification: { retried_in: '8' } });
		const again = { json: { ...item!.json, error: 'Odoo is away' } };
		await expect(run([again], 'retry', '8')).rejects.toThrow('Odoo is away');
		expect((await run([again], 'retry', '9'))[0]).toHaveLength(1);
	});
});
