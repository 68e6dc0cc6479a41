import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { ACKNOWLEDGED, refused, type Answer } from '../../../../lib/batching/answers';
import { IntegrationError } from '../../../../lib/core/errors';
import { asObject } from '../../../../lib/core/json';
import {
	itemIdentity,
	sendAnswers,
	type NotificationAnswers,
} from '../../../shared/notification-answers';
import type { Outcome } from '../../../shared/operation';
import { runBatch } from '../../../shared/run-batch';

export const description: INodeProperties[] = [
	{
		displayName:
			'WeChat Pay is answered for each payment that reaches this node. Connect every branch to it. Items that carry an error are refused, so that WeChat sends them again.',
		name: 'acknowledgeNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['notification'], operation: ['acknowledge'] } },
	},
];

/** What becomes of an item, and what WeChat hears of it. */
interface Decision {
	answer: Answer;
	outcome: Outcome;
}

/**
 * Lets the trigger answer WeChat Pay for each item, all of them before one of them fails.
 *
 * @throws IntegrationError `WECHAT_NOTHING_TO_ACKNOWLEDGE` for an item that no trigger made
 */
export async function answerItems(
	context: IExecuteFunctions,
	items: INodeExecutionData[],
	decide: (json: IDataObject, notification: IDataObject) => Decision,
): Promise<Outcome[]> {
	const batches = new Map<string, NotificationAnswers['answers']>();
	const outcomes = items.map(({ json }): Outcome => {
		const notification = asObject(json['notification']) as IDataObject | undefined;
		const named = json['transaction_id'] ?? json['complaint_id'];
		if (!notification || typeof named !== 'string') return { error: noReceipt() };
		const { answer, outcome } = decide(json, notification);
		const answers = batches.get(String(notification['batch_id'])) ?? [];
		batches.set(String(notification['batch_id']), answers);
		answers.push([itemIdentity({ ...json, notification }), answer]);
		return outcome;
	});
	for (const [batch_id, answers] of batches) await sendAnswers(context, { batch_id, answers });
	return outcomes;
}

/** An item with an `error` has left an earlier node by its error output. It fails with `WECHAT_NOT_RECORDED`. */
export const refuse = (json: IDataObject): Decision => ({
	answer: refused('NOT_RECORDED'),
	outcome: { error: notRecorded(json) },
});

/** Acknowledges items and passes them on, and refuses those with an `error`. */
export const execute = runBatch(
	async (context, items) =>
		await answerItems(context, items, (json) =>
			json['error'] ? refuse(json) : { answer: ACKNOWLEDGED, outcome: { json } },
		),
);

const noReceipt = () =>
	new IntegrationError({
		code: 'WECHAT_NOTHING_TO_ACKNOWLEDGE',
		message: 'This item does not carry the notification of a WeChat Pay Trigger.',
		likelyCause: 'A node before this one has removed the fields notification or transaction_id.',
		nextStep: 'Let the nodes between the trigger and this one pass all fields on.',
	});

const notRecorded = ({ out_trade_no, transaction_id, error }: IDataObject) =>
	new IntegrationError({
		code: 'WECHAT_NOT_RECORDED',
		message: `Order ${String(out_trade_no ?? transaction_id)} was not recorded: ${String(error ?? 'no reason given')}`,
		likelyCause: 'An earlier node failed for this item, and its error output leads here.',
		nextStep:
			'Fix what the message names. WeChat sends the notification again, or retry the execution.',
	});
