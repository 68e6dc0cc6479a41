import { operationMenu } from '../../../shared/operation-fields';
import * as mapToSkus from './mapToSkus';

export const description = [
	operationMenu(
		'product',
		[
			{
				name: 'Map to SKUs',
				value: 'mapToSkus',
				action: 'Map products to skus',
				description: 'Get every WeChat SKU that contains a product, with its available quantity',
			},
		],
		'mapToSkus',
	),
	...mapToSkus.description,
];

export { mapToSkus };
