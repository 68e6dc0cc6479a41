import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { queryShareReturn } from '../../../../lib/wechat-pay/profit-sharing/share';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf, textParameter } from '../../shared/fields';
import { shareNumberField, validNumber } from '../../shared/sharing-fields';

const show = { resource: ['profitSharing'], operation: ['getReturn'] };

export const description: INodeProperties[] = [
	shareNumberField(show),
	{
		displayName: 'Return Number',
		name: 'returnNumber',
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show },
		description: 'Also called out_return_no: your own number of the return',
	},
];

/**
 * How far a return is.
 *
 * @throws IntegrationError `WECHAT_SHARE_NUMBER_INVALID` and those of `queryShareReturn`
 */
export const execute = runPerItem(async (context, index) => {
	const number = (name: string) => validNumber(textParameter(context, name, index));
	const asked = { out_order_no: number('sharingNumber'), out_return_no: number('returnNumber') };
	const account = await accountOf(context, index);
	return { json: (await queryShareReturn(account, asked, callContext)) as IDataObject };
});
