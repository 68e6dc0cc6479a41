import { operationMenu } from '../../../shared/operation-menu';
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
				description: 'Close an order that nobody has paid, so that nobody can any more',
			},
			{
				name: 'Query',
				value: 'query',
				action: 'Query an order',
				description: 'Look up at WeChat Pay whether and how an order was paid',
			},
		],
		'query',
	),
	...close.description,
	...query.description,
];

export { close, query };
