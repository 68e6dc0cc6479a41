import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { verifyIdentity } from '../../../../lib/wechat-pay/customs/verify-identity';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import {
	buyerIdentity,
	customsOffice,
	identityFields,
	officeFields,
	partField,
	partNumber,
} from '../../shared/customs-fields';
import { accountOf, textParameter } from '../../shared/fields';
import { orderKey, orderNumberFields } from '../../shared/order-number';

const show = { resource: ['customsDeclaration'], operation: ['verifyIdentity'] };

export const description: INodeProperties[] = [
	...orderNumberFields(show),
	...officeFields(show),
	partField(show),
	...identityFields.map((field) => ({ ...field, required: true, displayOptions: { show } })),
];

/**
 * Asks WeChat Pay whether the buyer is the person who paid. The order has to be declared before.
 *
 * @returns WeChat's answer only, since the item before may hold the identity
 * @throws IntegrationError `WECHAT_ORDER_NUMBER_INVALID`, `WECHAT_CUSTOMS_OFFICE_INVALID`, and those of `verifyIdentity`
 */
export const execute = runPerItem(async (context, index) => {
	const key = orderKey(context, index);
	const office = customsOffice(context, index);
	const part = partNumber(context, index);
	const text = (name: string) => textParameter(context, name, index);
	const buyer = buyerIdentity({ idNumber: text('idNumber'), name: text('name') });
	const account = await accountOf(context, index);
	const check = await verifyIdentity(account, key, office, part, buyer, callContext);
	return { json: check as unknown as IDataObject };
});
