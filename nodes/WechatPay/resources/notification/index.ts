import type { INodeProperties } from 'n8n-workflow';

import * as acknowledge from './acknowledge';

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['notification'] } },
		options: [
			{
				name: 'Acknowledge',
				value: 'acknowledge',
				action: 'Acknowledge a notification',
				description: 'Tell WeChat Pay that the payment has been dealt with',
			},
		],
		default: 'acknowledge',
	},
	...acknowledge.description,
];

export { acknowledge };
