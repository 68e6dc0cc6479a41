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
				description: 'Tell WeChat Pay that the payment has been dealt with',
			},
		],
		'acknowledge',
	),
	...acknowledge.description,
];

export { acknowledge };
