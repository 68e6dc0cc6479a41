import { operationMenu } from '../../../shared/operation-fields';
import * as declare from './declare';
import * as get from './get';
import * as redeclare from './redeclare';
import * as verifyIdentity from './verifyIdentity';

export const description = [
	operationMenu(
		'customsDeclaration',
		[
			{
				name: 'Declare',
				value: 'declare',
				action: 'Declare a payment to customs',
				description: 'Send the payment to customs, or change it after a refund',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get the customs declarations of an order',
				description: 'Get the state and amounts of the declarations of an order',
			},
			{
				name: 'Redeclare',
				value: 'redeclare',
				action: 'Send a customs declaration again',
				description: 'Send a declaration that customs has lost again, with the same values',
			},
			{
				name: 'Verify Identity',
				value: 'verifyIdentity',
				action: 'Verify the identity of a buyer',
				description: 'Check whether the buyer is the person who paid. Cross-border only.',
			},
		],
		'get',
	),
	...declare.description,
	...get.description,
	...redeclare.description,
	...verifyIdentity.description,
];

export { declare, get, redeclare, verifyIdentity };
