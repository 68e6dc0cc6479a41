import { operationMenu } from '../../../shared/operation-fields';
import * as compareBill from './compareBill';
import * as getDaysToCompare from './getDaysToCompare';
import * as getOrdersToQuery from './getOrdersToQuery';
import * as getReport from './getReport';

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
				name: 'Get Days to Compare',
				value: 'getDaysToCompare',
				action: 'Get days to compare',
				description: 'Get days that were not compared and days with open differences',
			},
			{
				name: 'Get Orders to Query',
				value: 'getOrdersToQuery',
				action: 'Get orders to query',
				description: 'Get open holds and recent payments to query in WeChat Pay',
			},
			{
				name: 'Get Report',
				value: 'getReport',
				action: 'Get the report of open differences',
				description: 'Get open differences with their age, and those closed today',
			},
		],
		'compareBill',
	),
	...compareBill.description,
	...getDaysToCompare.description,
	...getOrdersToQuery.description,
	...getReport.description,
];

export { compareBill, getDaysToCompare, getOrdersToQuery, getReport };
