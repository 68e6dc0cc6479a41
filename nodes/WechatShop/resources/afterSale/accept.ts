import type { INodeProperties } from 'n8n-workflow';

import {
	acceptAfterSale,
	type AcceptStep,
} from '../../../../lib/wechat-shop/after-sales/after-sales';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf } from '../../shared/account';
import { afterSaleField, afterSaleIdOf, toAfterSaleItem } from '../../shared/after-sale';
import { approvalField, requireApproval } from '../../shared/confirmation';

export const description: INodeProperties[] = [
	afterSaleField('accept'),
	{
		displayName: 'Step',
		name: 'step',
		type: 'options',
		options: [
			{
				name: 'Agree to the Return',
				value: 'agree',
				description: 'The buyer may send the goods back. No money moves.',
			},
			{
				name: 'Refund',
				value: 'refund',
				description:
					'Pay the buyer: at once for a refund without goods, or after the goods came back',
			},
		],
		default: 'agree',
		displayOptions: { show: { resource: ['afterSale'], operation: ['accept'] } },
		description: 'A step that does not fit the status of the after-sale is refused',
	},
	approvalField('accept', 'agree or pay'),
];

/** Takes one step of each after-sale, once. */
export const execute = runPerItem(async (context, index, { json }) => {
	requireApproval(context, index);
	const account = await accountOf(context);
	const step = context.getNodeParameter('step', index) as AcceptStep;
	const id = afterSaleIdOf(context, index);
	const afterSale = await acceptAfterSale(account, id, step, callContext);
	return { json: { ...json, ...(await toAfterSaleItem(account, afterSale)) } };
});
