import { operationMenu } from '../../../shared/operation-menu';
import * as mapToSkus from './mapToSkus';

export const description = [
	operationMenu(
		'product',
		[
			{
				name: 'Map to SKUs',
				value: 'mapToSkus',
				action: 'Map products to skus',
				description: 'Find every WeChat SKU that sells a product, and how many can be promised',
			},
		],
		'mapToSkus',
	),
	...mapToSkus.description,
];

export { mapToSkus };
