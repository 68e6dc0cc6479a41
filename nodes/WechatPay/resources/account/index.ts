import { operationMenu } from '../../../shared/operation-menu';
import * as check from './check';

export const description = [
	operationMenu(
		'account',
		[
			{
				name: 'Check',
				value: 'check',
				action: 'Check the account',
				description: 'Try the keys of the credential and tell how long the certificates last',
			},
		],
		'check',
	),
];

export { check };
