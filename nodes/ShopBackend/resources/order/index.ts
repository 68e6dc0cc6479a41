import { operationMenu } from '../../../shared/operation-menu';
import * as get from './get';

export const description = [
	operationMenu(
		'order',
		[
			{
				name: 'Get',
				value: 'get',
				action: 'Get an order',
				description:
					'Get the order lines of payments that arrive without any, and compare them with the amount paid',
			},
		],
		'get',
	),
];

export { get };
