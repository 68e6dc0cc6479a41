import type { INodeProperties } from 'n8n-workflow';

import { acknowledgeOrRefuse, answerItems } from '../../../shared/receiving/answer-items';
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

/** Acknowledges items and passes them on, and refuses those with an `error`. */
export const execute = runBatch(
	async (context, items) => await answerItems(context, items, acknowledgeOrRefuse),
);
