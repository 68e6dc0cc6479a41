import { operationMenu } from '../../../shared/operation-menu';
import * as get from './get';
import * as getMany from './getMany';

export const description = [
	operationMenu(
		'order',
		[
			{
				name: 'Get',
				value: 'get',
				action: 'Get an order',
				description: 'Get an order with its lines, amounts, recipient and influencer',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many orders',
				description: 'List the orders of a period, for example those that changed since yesterday',
			},
		],
		'get',
	),
	...get.description,
	...getMany.description,
];

export { get, getMany };
