import { operationMenu } from '../../../shared/operation-menu';
import * as acknowledge from './acknowledge';

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
		],
		'acknowledge',
	),
	...acknowledge.description,
];

export { acknowledge };
