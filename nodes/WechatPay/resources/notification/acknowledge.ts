import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { ACKNOWLEDGED, refused } from '../../../../lib/batching/answers';
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

/**
 * Passes items on, and lets the trigger answer WeChat Pay for each of them. An item with an `error` has left
 * an earlier node by its error output: it is refused and fails.
 *
 * @throws IntegrationError `WECHAT_NOTHING_TO_ACKNOWLEDGE` for an item that no trigger made,
 * `WECHAT_NOT_RECORDED` for an item with an error
 */
export const execute = runBatch(async (context, items) => {
	const batches = new Map<string, NotificationAnswers['answers']>();
	const outcomes = items.map(({ json }): Outcome => {
		const notification = asObject(json['notification']);
		const named = json['transaction_id'] ?? json['complaint_id'];
		if (!notification || typeof named !== 'string') return { error: noReceipt() };
		const failed = Boolean(json['error']);
		const answers = batches.get(String(notification['batch_id'])) ?? [];
		batches.set(String(notification['batch_id']), answers);
		const answer = failed ? refused('NOT_RECORDED') : ACKNOWLEDGED;
		answers.push([itemIdentity({ ...json, notification }), answer]);
		return failed ? { error: notRecorded(json) } : { json };
	});
	for (const [batch_id, answers] of batches) await sendAnswers(context, { batch_id, answers });
	return outcomes;
});

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
		message: `Order ${String(out_trade_no ?? transaction_id)} was not acknowledged: ${String(error)}`,
		likelyCause: 'An earlier node failed for this item, and its error output leads here.',
		nextStep: 'Fix what the message names. WeChat sends an order again that was not acknowledged.',
	});
