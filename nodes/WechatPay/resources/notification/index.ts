import { operationMenu } from '../../../shared/operation-fields';
import * as acknowledge from './acknowledge';
import * as refuse from './refuse';

export const description = [
	operationMenu(
		'notification',
		[
			{
				name: 'Acknowledge',
				value: 'acknowledge',
				action: 'Acknowledge a notification',
				description: 'Confirm to WeChat Pay that the payment was processed',
				builderHint: {
					propertyHint:
						'Connect every branch after WeChat Pay Trigger to this operation, behind the node that records the payment, when the trigger acknowledges by the workflow. Keep the fields of the items.',
				},
			},
			{
				name: 'Refuse',
				value: 'refuse',
				action: 'Refuse a notification',
				description:
					'Let WeChat Pay send again what was not recorded, and fail the execution so that it can be retried',
			},
		],
		'acknowledge',
	),
	...acknowledge.description,
	...refuse.description,
];

export { acknowledge, refuse };
