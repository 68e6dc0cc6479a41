import type { IDataObject } from 'n8n-workflow';

import { getDeclarations } from '../../../../lib/wechat-pay/customs/order-declarations';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import { customsOffice, officeFields } from '../../shared/customs-fields';
import { accountOf } from '../../shared/fields';
import { orderKey, orderNumberFields } from '../../shared/order-number';

const show = { resource: ['customsDeclaration'], operation: ['get'] };

export const description = [...orderNumberFields(show), ...officeFields(show)];

/**
 * How far the declarations of an order are; changes nothing.
 *
 * @returns the item with `customs`, as Declare has it
 * @throws IntegrationError `WECHAT_ORDER_NUMBER_INVALID`, `WECHAT_CUSTOMS_OFFICE_INVALID`, and those of `getDeclarations`
 */
export const execute = runPerItem(async (context, index, { json }) => {
	const key = orderKey(context, index);
	const office = customsOffice(context, index);
	const account = await accountOf(context, index);
	const customs = await getDeclarations(account, key, office, callContext);
	return { json: { ...json, customs: customs as unknown as IDataObject } };
});
