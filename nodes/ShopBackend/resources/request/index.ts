import { operationMenu } from '../../../shared/operation-fields';
import * as answer from './answer';
import * as verify from './verify';

export const description = [
	operationMenu(
		'request',
		[
			{
				name: 'Answer',
				value: 'answer',
				action: 'Answer a request',
				description:
					'Answer a request to hold stock, by what became of it: held, not enough, refused or try again',
			},
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

export { answer, verify };
