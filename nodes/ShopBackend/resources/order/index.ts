import { operationMenu } from '../../../shared/operation-fields';
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
					'Get lines, recipient, remark and campaign of the orders of payments, and compare the amounts with the payment',
			},
		],
		'get',
	),
];

export { get };
