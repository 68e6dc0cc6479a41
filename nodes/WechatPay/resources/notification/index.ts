import { operationMenu } from '../../../shared/operation-menu';
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
