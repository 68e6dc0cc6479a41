import { operationMenu } from '../../../shared/operation-menu';
import * as compareBill from './compareBill';
import * as getOrdersToQuery from './getOrdersToQuery';

export const description = [
	operationMenu(
		'reconciliation',
		[
			{
				name: 'Compare Bill',
				value: 'compareBill',
				action: 'Compare a bill with Odoo',
				description: "Find differences between WeChat's bill of a day and Odoo",
			},
			{
				name: 'Get Orders to Query',
				value: 'getOrdersToQuery',
				action: 'Get orders to query',
				description: 'Get open holds and recent payments to query in WeChat Pay',
			},
		],
		'compareBill',
	),
	...compareBill.description,
	...getOrdersToQuery.description,
];

export { compareBill, getOrdersToQuery };
