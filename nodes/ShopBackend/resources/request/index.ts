import { operationMenu } from '../../../shared/operation-fields';
import * as verify from './verify';

export const description = [
	operationMenu(
		'request',
		[
			{
				name: 'Verify',
				value: 'verify',
				action: 'Verify a request',
				description: 'Check the signature of a request that a Webhook node received',
			},
		],
		'verify',
	),
	...verify.description,
];

export { verify };
