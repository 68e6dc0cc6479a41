import { operationMenu } from '../../../shared/operation-menu';
import * as fetchFromShop from './fetchFromShop';

export const description = [
	operationMenu(
		'orderLine',
		[
			{
				name: 'Fetch From Shop',
				value: 'fetchFromShop',
				action: 'Fetch order lines from the shop',
				description:
					"Ask the shop's own backend for the lines of payments that carry none, and compare them with what was paid",
			},
		],
		'fetchFromShop',
	),
];

export { fetchFromShop };
