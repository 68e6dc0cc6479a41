import { operationMenu } from '../../../shared/operation-fields';
import * as getChanges from './getChanges';
import * as getMany from './getMany';
import { optionsField } from './options';

export const description = [
	operationMenu(
		'stock',
		[
			{
				name: 'Get Changes',
				value: 'getChanges',
				action: 'Get changes of stock',
				description: 'Get products whose stock changed since the last run',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many quantities',
				description: 'Get the available quantity of products',
			},
		],
		'getMany',
	),
	...getChanges.description,
	...getMany.description,
	optionsField,
];

export { getChanges, getMany };
