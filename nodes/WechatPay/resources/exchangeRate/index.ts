import { operationMenu } from '../../../shared/operation-fields';
import * as get from './get';

export const description = [
	operationMenu(
		'exchangeRate',
		[
			{
				name: 'Get',
				value: 'get',
				action: 'Get an exchange rate',
				description: "WeChat Pay's reference rate of a currency in yuan",
			},
		],
		'get',
	),
	...get.description,
];

export { get };
