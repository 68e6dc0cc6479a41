import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { queryRefund } from '../../../../lib/wechat-pay/refunds/query-refund';
import { refundItem } from '../../../../lib/wechat-pay/refunds/refund-item';
import { callContext } from '../../../shared/call-context';
import { accountOf, asItem } from '../../shared/fields';
import { refundNumber, refundNumberField } from '../../shared/refund-number';

export const description = [refundNumberField({ resource: ['refund'], operation: ['query'] })];

/**
 * How a refund stands, in WeChat's own fields, with `refund_status` and `refund_fen` as the trigger has them.
 *
 * @throws IntegrationError `WECHAT_REFUND_NUMBER_INVALID` and those of `queryRefund`
 */
export async function execute(
	this: IExecuteFunctions,
	_item: INodeExecutionData,
	index: number,
): Promise<IDataObject> {
	const number = refundNumber(this, index);
	const refund = await queryRefund(await accountOf(this, index), number, callContext);
	return asItem(refundItem(refund));
}
