import type { IDataObject } from 'n8n-workflow';

import { redeclareToCustoms } from '../../../../lib/wechat-pay/customs/order-declarations';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import { customsOffice, officeFields, partField, partNumber } from '../../shared/customs-fields';
import { accountOf } from '../../shared/fields';
import { orderKey, orderNumberFields } from '../../shared/order-number';

const show = { resource: ['customsDeclaration'], operation: ['redeclare'] };

export const description = [...orderNumberFields(show), ...officeFields(show), partField(show)];

/**
 * Sends a declaration to customs again, with the same values.
 *
 * @returns the item with `customs`, as Declare has it
 * @throws IntegrationError `WECHAT_ORDER_NUMBER_INVALID`, `WECHAT_CUSTOMS_OFFICE_INVALID`, and those of
 * `redeclareToCustoms`
 */
export const execute = runPerItem(async (context, index, { json }) => {
	const key = orderKey(context, index);
	const office = customsOffice(context, index);
	const part = partNumber(context, index);
	const account = await accountOf(context, index);
	const customs = await redeclareToCustoms(part, account, key, office, callContext);
	return { json: { ...json, customs: customs as unknown as IDataObject } };
});
