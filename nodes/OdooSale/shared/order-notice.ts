import type { INodeProperties } from 'n8n-workflow';

import { inputNotice } from '../../shared/operation-fields';

/** Names the fields that identify the order of an operation, if no parameter asks for it. */
export const orderNotice = (operation: string): INodeProperties =>
	inputNotice(
		'order',
		operation,
		'Input: items with mchid, out_trade_no and transaction_id of the payment, from WeChat Pay Trigger or Query',
	);
