import type { INodeProperties } from 'n8n-workflow';

import { rejectAfterSale } from '../../../../lib/wechat-shop/after-sales/after-sales';
import { callContext } from '../../../shared/call-context';
import { textParameter } from '../../../shared/parameter-text';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf } from '../../shared/account';
import { afterSaleField, afterSaleIdOf, toAfterSaleItem } from '../../shared/after-sale';
import { approvalField, requireApproval } from '../../shared/confirmation';

const show = { resource: ['afterSale'], operation: ['reject'] };

export const description: INodeProperties[] = [
	afterSaleField('reject'),
	{
		displayName: 'Reason Type',
		name: 'reasonType',
		type: 'number',
		default: 1,
		required: true,
		displayOptions: { show },
		description: "WeChat's number of the reason (reject_reason_type), as its console lists them",
	},
	{
		displayName: 'Reason',
		name: 'reason',
		type: 'string',
		default: '',
		displayOptions: { show },
		description: 'Text for the buyer. Defaults to the text of the reason type.',
	},
	approvalField('reject', 'reject the request'),
];

/** Rejects each request, once. */
export const execute = runPerItem(async (context, index, { json }) => {
	requireApproval(context, index);
	const account = await accountOf(context);
	const why = {
		type: Number(context.getNodeParameter('reasonType', index)),
		reason: textParameter(context, 'reason', index),
	};
	const id = afterSaleIdOf(context, index);
	const afterSale = await rejectAfterSale(account, id, why, callContext);
	return { json: { ...json, ...(await toAfterSaleItem(account, afterSale)) } };
});
