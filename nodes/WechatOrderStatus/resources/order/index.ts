import { dryRunField, operationMenu } from '../../../shared/operation-fields';
import * as get from './get';
import * as getMany from './getMany';
import * as remind from './remind';

export const description = [
	operationMenu(
		'order',
		[
			{
				name: 'Get',
				value: 'get',
				action: 'Get an order',
				description: 'Get the shipping status of a payment',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many orders',
				description: 'List payments, for example those that are still to be shipped',
			},
			{
				name: 'Remind to Confirm',
				value: 'remind',
				action: 'Remind the buyer to confirm receipt',
				description: 'Ask the buyer, once for each payment, to confirm that the parcel arrived',
			},
		],
		'get',
	),
	...get.description,
	...getMany.description,
	...remind.description,
	dryRunField('order', ['remind'], 'WeChat'),
];

export { get, getMany, remind };
