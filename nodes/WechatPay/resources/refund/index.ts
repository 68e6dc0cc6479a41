import { operationMenu } from '../../../shared/operation-menu';
import * as create from './create';
import * as getMany from './getMany';
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
				name: 'Get Many',
				value: 'getMany',
				action: 'Get the refunds of an order',
				description: 'Get all refunds of an order and what is left to refund',
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
	...getMany.description,
	...query.description,
];

export { create, getMany, query };
