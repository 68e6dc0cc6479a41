import type { INodeProperties } from 'n8n-workflow';

/** Says which order an operation is about, where no field asks for it. */
export const whichOrderNotice = (operation: string): INodeProperties => ({
	displayName:
		'The order is that of the payment which the item names (mchid, out_trade_no, transaction_id), as WeChat Pay Trigger and Query give it',
	name: 'whichOrderNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { resource: ['order'], operation: [operation] } },
});
