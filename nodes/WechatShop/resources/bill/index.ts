import { operationMenu } from '../../../shared/operation-fields';
import * as get from './get';

export const description = [
	operationMenu(
		'bill',
		[
			{
				name: 'Get',
				value: 'get',
				action: 'Get the bill of a day',
				description: 'Get the payments, refunds and movements of money of a day',
			},
		],
		'get',
	),
	...get.description,
];

export { get };
