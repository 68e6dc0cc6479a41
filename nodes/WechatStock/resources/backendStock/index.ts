import { operationMenu } from '../../../shared/operation-fields';
import * as get from './get';
import * as send from './send';

export const description = [
	operationMenu(
		'backendStock',
		[
			{
				name: 'Get',
				value: 'get',
				action: 'Get stock',
				description: "Get the stock that the merchant's backend offers, for a comparison",
			},
			{
				name: 'Send',
				value: 'send',
				action: 'Send stock',
				description: "Send the available stock to the merchant's backend, in signed batches",
			},
		],
		'send',
	),
	...get.description,
	...send.description,
];

export { get, send };
