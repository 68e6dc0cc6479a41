import { operationMenu } from '../../../shared/operation-menu';
import * as create from './create';
import * as query from './query';

export const description = [
	operationMenu(
		'refund',
		[
			{
				name: 'Create',
				value: 'create',
				action: 'Refund an order',
				description: 'Refund the whole amount or a part to the buyer',
			},
			{
				name: 'Query',
				value: 'query',
				action: 'Query a refund',
				description: 'Get the status of a refund',
			},
		],
		'query',
	),
	...create.description,
	...query.description,
];

export { create, query };
