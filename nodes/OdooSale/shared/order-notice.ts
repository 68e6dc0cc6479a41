import type { INodeProperties } from 'n8n-workflow';

import { takesNotice } from '../../shared/input-notice';

/** Says which order an operation is about, where no field asks for it. */
export const whichOrderNotice = (operation: string): INodeProperties =>
	takesNotice(
		'order',
		operation,
		'The order is that of the payment which the item names (mchid, out_trade_no, transaction_id), as WeChat Pay Trigger and Query give it',
	);
