import type { INodeProperties } from 'n8n-workflow';

import { changeWaybill } from '../../../../lib/wechat-shop/shipping/change-waybill';
import { callContext } from '../../../shared/call-context';
import { textParameter } from '../../../shared/parameter-text';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf } from '../../shared/account';
import { orderField, orderIdOf } from '../../shared/order-field';

const show = { resource: ['shipment'], operation: ['changeWaybill'] };

const text = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	required: true,
	displayOptions: { show },
	description,
});

export const description: INodeProperties[] = [
	orderField(show),
	text('Old Waybill', 'oldWaybill', 'Number of the waybill to replace'),
	text('New Waybill', 'newWaybill', 'The right number'),
	text('Carrier Code', 'carrierCode', 'Code of WeChat Shop for the new carrier, e.g. SF'),
];

/** Replaces the waybill of a parcel, unless it is right already. */
export const execute = runPerItem(async (context, index, { json }) => {
	const account = await accountOf(context);
	const old = textParameter(context, 'oldWaybill', index);
	const next = {
		waybill_id: textParameter(context, 'newWaybill', index),
		delivery_id: textParameter(context, 'carrierCode', index),
	};
	const orderId = orderIdOf(context, index);
	const changed = await changeWaybill(account, orderId, old, next, callContext);
	return { json: { ...json, shipping: { status: changed ? 'changed' : 'unchanged', ...next } } };
});
