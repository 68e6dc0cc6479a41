import { operationMenu } from '../../../shared/operation-fields';
import * as getChanges from './getChanges';
import * as getMany from './getMany';
import { languageField } from './language';

export const description = [
	operationMenu(
		'shipment',
		[
			{
				name: 'Get Changes',
				value: 'getChanges',
				action: 'Get changes of shipments',
				description: 'Get the deliveries that were finished or changed since the last run',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many shipments',
				description: 'Get finished deliveries of recorded orders',
			},
		],
		'getMany',
	),
	...getChanges.description,
	...getMany.description,
	languageField,
];

export { getChanges, getMany };
