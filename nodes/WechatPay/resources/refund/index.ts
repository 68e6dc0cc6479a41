import { operationMenu } from '../../../shared/operation-fields';
import * as create from './create';
import * as getMany from './getMany';
import * as payAbnormal from './payAbnormal';
import * as query from './query';

export const description = [
	operationMenu(
		'refund',
		[
			{
				name: 'Create',
				value: 'create',
				action: 'Refund an order',
				description: 'Refund the whole amount or a part to the buyer',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get the refunds of an order',
				description: 'Get all refunds of an order and what is left to refund',
			},
			{
				name: 'Pay Abnormal',
				value: 'payAbnormal',
				action: 'Pay an abnormal refund',
				description: "Pay a refund that the buyer's account did not take to a bank card",
			},
			{
				name: 'Query',
				value: 'query',
				action: 'Query a refund',
				description: 'Get the status of a refund',
			},
		],
		'query',
	),
	...create.description,
	...getMany.description,
	...payAbnormal.description,
	...query.description,
];

export { create, getMany, payAbnormal, query };
