import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { remindToConfirm } from '../../../../lib/wechat-api/shipping/confirm-receive';
import { rejectAiToolCall } from '../../../shared/reject-ai-tool-call';
import { textParameter } from '../../../shared/parameter-text';
import { callContext } from '../../../shared/call-context';
import { accountOf } from '../../shared/account';
import { oneByOne } from '../../shared/one-by-one';
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
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	rejectAiToolCall(this, 'remind buyers');
	return await oneByOne(this, async ({ json }, index) => {
		const given = Date.parse(textParameter(this, 'receivedAt', index));
		const receivedAt = Math.floor((Number.isNaN(given) ? Date.now() : given) / 1000);
		const payment = paymentKey(this, index);
		if (this.getNodeParameter('dryRun', index, false) === true) {
			return { ...json, reminder: { status: 'would_remind' } };
		}
		const account = await accountOf(this);
		const status = await remindToConfirm(account, payment, receivedAt, callContext);
		return { ...json, reminder: { status } };
	});
}
