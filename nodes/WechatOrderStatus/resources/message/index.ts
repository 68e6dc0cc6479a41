import { operationMenu } from '../../../shared/operation-fields';
import * as send from './send';

export const description = [
	operationMenu(
		'message',
		[
			{
				name: 'Send',
				value: 'send',
				action: 'Send a message to the buyer',
				description: 'Send a message of a template that the buyer has subscribed to',
			},
		],
		'send',
	),
	...send.description,
];

export { send };
