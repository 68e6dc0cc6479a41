import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { createShareReturn } from '../../../../lib/wechat-pay/profit-sharing/share';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf, textParameter } from '../../shared/fields';
import {
	confirmField,
	requireSharing,
	shareNumberField,
	validNumber,
} from '../../shared/sharing-fields';

const show = { resource: ['profitSharing'], operation: ['createReturn'] };

export const description: INodeProperties[] = [
	shareNumberField(show),
	{
		displayName: 'Return Number',
		name: 'returnNumber',
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show },
		description:
			'Also called out_return_no: your own number of this return. The same number is the same return.',
	},
	{
		displayName: 'Return From Merchant',
		name: 'returnMchid',
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show },
		description: "Merchant number that gives its share back. A person's share cannot be returned.",
	},
	{
		displayName: 'Amount (Fen)',
		name: 'returnFen',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 1,
		displayOptions: { show },
		description: 'Amount in whole fen',
	},
	confirmField(show),
];

/**
 * Takes a share back from a merchant, before the order is refunded.
 *
 * @throws IntegrationError `WECHAT_SHARE_NOT_CONFIRMED`, `WECHAT_SHARE_NUMBER_INVALID` and those of `createShareReturn`
 */
export const execute = runPerItem(async (context, index) => {
	requireSharing(context, index);
	const text = (name: string) => textParameter(context, name, index);
	const asked = {
		out_order_no: validNumber(text('sharingNumber')),
		out_return_no: validNumber(text('returnNumber')),
		return_mchid: text('returnMchid'),
		amount: Number(context.getNodeParameter('returnFen', index)),
		description: 'Return',
	};
	const account = await accountOf(context, index);
	return { json: (await createShareReturn(account, asked, callContext)) as IDataObject };
});
