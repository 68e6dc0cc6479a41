import { operationMenu } from '../../../shared/operation-fields';
import * as close from './close';
import * as query from './query';

export const description = [
	operationMenu(
		'order',
		[
			{
				name: 'Close',
				value: 'close',
				action: 'Close an order',
				description: 'Close an unpaid order, so that it can no longer be paid',
			},
			{
				name: 'Query',
				value: 'query',
				action: 'Query an order',
				description: 'Get the payment status of an order from WeChat Pay',
			},
		],
		'query',
	),
	...close.description,
	...query.description,
];

export { close, query };
