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
				description: "Tell the merchant's own backend what can be sold, in signed batches",
			},
		],
		'send',
	),
	...send.description,
];

export { send };
