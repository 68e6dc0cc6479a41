import { operationMenu } from '../../../shared/operation-fields';
import * as getOpenRequests from './getOpenRequests';
import * as prepare from './prepare';
import * as update from './update';

export const description = [
	operationMenu(
		'refund',
		[
			{
				name: 'Get Open Requests',
				value: 'getOpenRequests',
				action: 'Get open refund requests',
				description:
					'Get posted credit notes and tagged orders whose refund has not been started, waits for funds or is being processed',
			},
			{
				name: 'Prepare',
				value: 'prepare',
				action: 'Prepare a refund',
				description:
					'Check the refund of a credit note or a tagged order against what was paid and refunded, and give it its refund number',
			},
			{
				name: 'Update',
				value: 'update',
				action: 'Update a refund request',
				description: 'Write the result of a refund back to its credit note or order',
			},
		],
		'prepare',
	),
	...getOpenRequests.description,
	...prepare.description,
	...update.description,
];

export { getOpenRequests, prepare, update };
