import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { ACKNOWLEDGED, refused, type Answer } from '../../../lib/batching/answers';
import { IntegrationError } from '../../../lib/core/errors';
import { asObject } from '../../../lib/core/json';
import { itemIdentity, sendAnswers, type NotificationAnswers } from '../notification-answers';
import type { Outcome } from '../operation';

/** What becomes of an item, and what WeChat hears of it. */
interface Decision {
	answer: Answer;
	outcome: Outcome;
}

/**
 * Lets the trigger answer WeChat for each item, all of them before one of them fails.
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
		const named = json['transaction_id'] ?? json['complaint_id'] ?? json['shop_appid'];
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

/** Acknowledges an item and passes it on, or refuses it when it carries an `error`. */
export const acknowledgeOrRefuse = (json: IDataObject): Decision =>
	json['error'] ? refuse(json) : { answer: ACKNOWLEDGED, outcome: { json } };

/**
 * Refuses an item whose recording has failed, so that the execution fails and n8n lists it. When n8n retries
 * the execution, the item passes once, without its error, to be recorded.
 */
export function refuseOrRetry(
	context: Pick<IExecuteFunctions, 'getExecutionId' | 'getMode'>,
	json: IDataObject,
	notification: IDataObject,
): Decision {
	const executionId = context.getExecutionId();
	if (context.getMode() !== 'retry' || notification['retried_in'] === executionId) {
		return refuse(json);
	}
	const again: IDataObject = {
		...json,
		notification: { ...notification, retried_in: executionId },
	};
	delete again['error'];
	return { answer: refused('NOT_RECORDED'), outcome: { json: again } };
}

const noReceipt = () =>
	new IntegrationError({
		code: 'WECHAT_NOTHING_TO_ACKNOWLEDGE',
		message: 'This item does not carry the notification of a WeChat trigger.',
		likelyCause: 'A node before this one has removed the fields notification or transaction_id.',
		nextStep: 'Let the nodes between the trigger and this one pass all fields on.',
	});

const notRecorded = ({ out_trade_no, shop_order_id, transaction_id, error }: IDataObject) =>
	new IntegrationError({
		code: 'WECHAT_NOT_RECORDED',
		message: `Order ${String(out_trade_no ?? shop_order_id ?? transaction_id)} was not recorded: ${String(error ?? 'no reason given')}`,
		likelyCause: 'An earlier node failed for this item, and its error output leads here.',
		nextStep:
			'Fix what the message names. WeChat sends the notification again, or retry the execution.',
	});
