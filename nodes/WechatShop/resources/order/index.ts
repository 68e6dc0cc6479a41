import { operationMenu } from '../../../shared/operation-fields';
import * as decode from './decode';
import * as get from './get';
import * as getFunds from './getFunds';
import * as getMany from './getMany';
import * as setNote from './setNote';

export const description = [
	operationMenu(
		'order',
		[
			{
				name: 'Decode Recipient',
				value: 'decode',
				action: 'Decode the recipient of an order',
				description: 'Get name, phone and address in clear; WeChat allows a few orders a day',
			},
			{
				name: 'Get',
				value: 'get',
				action: 'Get an order',
				description: 'Get an order with its lines, amounts, recipient and influencer',
			},
			{
				name: 'Get Funds',
				value: 'getFunds',
				action: 'Get the funds of an order',
				description:
					'Get what an order brings: received, fees, commission, refunds, settled amount',
			},
			{
				name: 'Get Many',
				value: 'getMany',
				action: 'Get many orders',
				description: 'List the orders of a period, for example those that changed since yesterday',
			},
			{
				name: 'Set Note',
				value: 'setNote',
				action: 'Set the note of an order',
				description: 'Set the merchant note of an order, for example to the Odoo order number',
			},
		],
		'get',
	),
	...decode.description,
	...get.description,
	...getFunds.description,
	...getMany.description,
	...setNote.description,
];

export { decode, get, getFunds, getMany, setNote };
