import { operationMenu } from '../../../shared/operation-fields';
import * as check from './check';

export const description = [
	operationMenu(
		'account',
		[
			{
				name: 'Check',
				value: 'check',
				action: 'Check the account',
				description: 'Test the credential and return API key expiry, missing rights and version',
			},
		],
		'check',
	),
];

export { check };
