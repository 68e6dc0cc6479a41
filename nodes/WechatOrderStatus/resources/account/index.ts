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
				description: 'Try the access token, and tell whether shipping management is on',
			},
		],
		'check',
	),
];

export { check };
