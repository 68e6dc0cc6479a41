import { operationMenu } from '../../../shared/operation-fields';
import * as getFundFlow from './getFundFlow';
import * as getStatement from './getStatement';
import * as getTrade from './getTrade';

export const description = [
	operationMenu(
		'bill',
		[
			{
				name: 'Get Fund Flow Bill',
				value: 'getFundFlow',
				action: 'Get a fund flow bill',
				description: "Movements on the merchant's account on a day",
			},
			{
				name: 'Get Global Statement',
				value: 'getStatement',
				action: 'Get a global statement',
				description: 'Cross-border transactions of a day, with what each is settled for',
			},
			{
				name: 'Get Trade Bill',
				value: 'getTrade',
				action: 'Get a trade bill',
				description: 'Payments and refunds of a day',
			},
		],
		'getTrade',
	),
	...getTrade.description,
	...getFundFlow.description,
	...getStatement.description,
];

export { getFundFlow, getStatement, getTrade };
