import { operationMenu } from '../../../shared/operation-fields';
import * as fromAcquirer from './fromAcquirer';

export const description = [
	operationMenu(
		'payment',
		[
			{
				name: 'From Acquirer',
				value: 'fromAcquirer',
				action: 'Read a payment from an acquirer',
				description:
					"Verify an acquirer's webhook (Airwallex, Stripe) and return its payment or refund like WeChat Pay Trigger",
			},
		],
		'fromAcquirer',
	),
	...fromAcquirer.description,
];

export { fromAcquirer };
