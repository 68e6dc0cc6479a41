import { operationMenu } from '../../../shared/operation-menu';
import * as send from './send';

export const description = [
	operationMenu(
		'backendStock',
		[
			{
				name: 'Send',
				value: 'send',
				action: 'Send stock',
				description: "Send the available stock to the merchant's backend, in signed batches",
			},
		],
		'send',
	),
	...send.description,
];

export { send };
