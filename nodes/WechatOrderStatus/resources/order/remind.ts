import type { INodeProperties } from 'n8n-workflow';

import { remindToConfirm } from '../../../../lib/wechat-api/shipping/confirm-receive';
import { textParameter } from '../../../shared/parameter-text';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf } from '../../shared/account';
import { paymentFields, paymentKey } from '../../shared/payment-fields';

const show = { resource: ['order'], operation: ['remind'] };

export const description: INodeProperties[] = [
	...paymentFields(show),
	{
		displayName: 'Received At',
		name: 'receivedAt',
		type: 'dateTime',
		default: '',
		displayOptions: { show },
		description: 'When the parcel reached the buyer, later than it was shipped; empty means now',
	},
];

/** Asks the buyer of each payment to confirm receipt; WeChat lets that happen once. */
export const execute = runPerItem(async (context, index, { json }) => {
	const given = Date.parse(textParameter(context, 'receivedAt', index));
	const receivedAt = Math.floor((Number.isNaN(given) ? Date.now() : given) / 1000);
	const payment = paymentKey(context, index);
	if (context.getNodeParameter('dryRun', index, false) === true) {
		return { json: { ...json, reminder: { status: 'would_remind' } } };
	}
	const account = await accountOf(context);
	const status = await remindToConfirm(account, payment, receivedAt, callContext);
	return { json: { ...json, reminder: { status } } };
});
