import { operationMenu } from '../../../shared/operation-fields';
import * as getMany from './getMany';

export const description = [
	operationMenu(
		'carrier',
		[
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many carriers',
				description: 'List the carriers that WeChat knows for shipping, with their codes',
			},
		],
		'getMany',
	),
	...getMany.description,
];

export { getMany };
