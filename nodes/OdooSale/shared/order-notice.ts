import type { INodeProperties } from 'n8n-workflow';

import { takesNotice } from '../../shared/input-notice';

/** Says which order an operation is about, where no field asks for it. */
export const whichOrderNotice = (operation: string): INodeProperties =>
	takesNotice(
		'order',
		operation,
		'Input: items with mchid, out_trade_no and transaction_id of the payment, from WeChat Pay Trigger or Query',
	);
