import { operationMenu } from '../../../shared/operation-fields';
import * as getMany from './getMany';

export const description = [
	operationMenu(
		'settlement',
		[
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many settlements',
				description: 'Payouts to a cross-border merchant, made or to come',
			},
		],
		'getMany',
	),
	...getMany.description,
];

export { getMany };
