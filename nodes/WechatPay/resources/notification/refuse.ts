import type { INodeProperties } from 'n8n-workflow';

import { answerItems, refuseOrRetry } from '../../../shared/receiving/answer-items';
import { runBatch } from '../../../shared/run-batch';

export const description: INodeProperties[] = [
	{
		displayName:
			'Connect the error outputs here, through a Merge node, so that this node runs last: it fails the execution. When n8n retries the execution, the payments leave by the output: connect it to the first node after the trigger.',
		name: 'refuseNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { resource: ['notification'], operation: ['refuse'] } },
	},
];

/**
 * Refuses items whose recording has failed, and fails the execution, so that n8n lists it. When n8n retries
 * the execution, the items pass once, without their error, to be recorded.
 */
export const execute = runBatch(
	async (context, items) =>
		await answerItems(context, items, (json, notification) =>
			refuseOrRetry(context, json, notification),
		),
);
