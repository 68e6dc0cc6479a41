import { operationMenu } from '../../../shared/operation-fields';
import * as get from './get';
import * as getSkus from './getSkus';
import * as set from './set';

export const description = [
	operationMenu(
		'shopStock',
		[
			{
				name: 'Get',
				value: 'get',
				action: 'Get stock',
				description: 'Get the quantity of each SKU in WeChat Shop',
			},
			{
				name: 'Get SKUs',
				value: 'getSkus',
				action: 'Get many SKUs',
				description: 'List all SKUs of WeChat Shop with their IDs and codes',
			},
			{
				name: 'Set',
				value: 'set',
				action: 'Set stock',
				description: 'Set the quantity in WeChat Shop: read it and write the difference',
			},
		],
		'set',
	),
	...get.description,
	...set.description,
];

export { get, getSkus, set };
