import { operationMenu } from '../../../shared/operation-fields';
import * as mapToProducts from './mapToProducts';

export const description = [
	operationMenu(
		'orderLine',
		[
			{
				name: 'Map to Products',
				value: 'mapToProducts',
				action: 'Map order lines to products',
				description: 'Map each WeChat SKU in the order to Odoo products',
			},
		],
		'mapToProducts',
	),
	...mapToProducts.description,
];

export { mapToProducts };
