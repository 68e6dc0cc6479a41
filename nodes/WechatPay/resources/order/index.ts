import type { INodeProperties } from 'n8n-workflow';

import * as query from './query';

export const description: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['order'] } },
		options: [
			{
				name: 'Query',
				value: 'query',
				action: 'Query an order',
				description: 'Look up at WeChat Pay whether and how an order was paid',
			},
		],
		default: 'query',
	},
	...query.description,
];

export { query };
