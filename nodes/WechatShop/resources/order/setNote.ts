import type { INodeProperties } from 'n8n-workflow';

import { setMerchantNote } from '../../../../lib/wechat-shop/orders/merchant-note';
import { callContext } from '../../../shared/call-context';
import { textParameter } from '../../../shared/parameter-text';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf } from '../../shared/account';
import { orderField, orderIdOf } from '../../shared/order-field';

const show = { resource: ['order'], operation: ['setNote'] };

export const description: INodeProperties[] = [
	orderField(show),
	{
		displayName: 'Note',
		name: 'note',
		type: 'string',
		default: '={{ $json.odoo?.name }}',
		required: true,
		displayOptions: { show },
		description:
			'Replaces the merchant note (商家备注) of the order, which buyers do not see. For example the number of the Odoo order.',
	},
];

/** Sets the merchant's note of each order. */
export const execute = runPerItem(async (context, index, { json }) => {
	const account = await accountOf(context);
	const note = textParameter(context, 'note', index);
	await setMerchantNote(account, orderIdOf(context, index), note, callContext);
	return { json: { ...json, merchant_note: note } };
});
