import { operationMenu } from '../../../shared/operation-fields';
import * as getOpen from './getOpen';
import * as record from './record';

export const description = [
	operationMenu(
		'customsDeclaration',
		[
			{
				name: 'Get Open',
				value: 'getOpen',
				action: 'Get the open customs declarations',
				description: 'Get the orders that have to be declared, or whose declaration is open',
			},
			{
				name: 'Record',
				value: 'record',
				action: 'Record the state of a customs declaration',
				description: 'Write the state to the order, which releases or holds its deliveries',
			},
		],
		'getOpen',
	),
	...getOpen.description,
];

export { getOpen, record };
