import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { IntegrationError } from '../../../../lib/core/errors';
import { asObject } from '../../../../lib/core/json';
import { acknowledgement, reportAcknowledged } from '../../../shared/acknowledgement';
import { runPerItem } from '../../../shared/run-per-item';
import { BatchCount } from '../../shared/batch-count';

export const description: INodeProperties[] = [
	{
		displayName:
			'WeChat Pay is answered once every payment of this run has reached this node. Connect every branch to it.',
		name: 'acknowledgeNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['notification'], operation: ['acknowledge'] } },
	},
];

const counts = new BatchCount({ batches: 1000, ageMs: 60 * 60 * 1000 });
/**
 * Passes items on, and answers WeChat Pay once all notifications of their batch have been passed, in this
 * run or in earlier ones. What the trigger has answered by itself only passes.
 *
 * @throws IntegrationError `WECHAT_NOTHING_TO_ACKNOWLEDGE` for an item that no trigger made
 */
export const execute = runPerItem(async (context, _index, { json }) => {
	const { acknowledge, api, batch_id, batch_size, event_type } = receipt(json);
	const { transaction_id, refund_id = '' } = json;
	const identity = [transaction_id, refund_id, event_type].join(' ');
	if (counts.pass(String(batch_id), Number(batch_size), identity, Date.now())) {
		reportAcknowledged(String(batch_id));
		if (acknowledge === 'workflow') {
			const { contentType, body } = acknowledgement(api === 'v2' ? 'v2' : 'v3');
			await context.sendResponse({
				statusCode: 200,
				headers: { 'content-type': contentType },
				body: body as IDataObject | string,
			});
		}
	}
	return { json };
});

function receipt(json: IDataObject) {
	const notification = asObject(json['notification']);
	if (notification && typeof json['transaction_id'] === 'string') return notification;
	throw new IntegrationError({
		code: 'WECHAT_NOTHING_TO_ACKNOWLEDGE',
		message: 'This item does not carry the notification of a WeChat Pay Trigger.',
		likelyCause: 'A node before this one has removed the fields notification or transaction_id.',
		nextStep: 'Let the nodes between the trigger and this one pass all fields on.',
	});
}
