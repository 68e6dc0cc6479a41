import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { queryOrder } from '../../../../lib/wechat-pay/api/query-order';
import { readTransaction } from '../../../../lib/wechat-pay/notification/transaction';
import { callContext } from '../../../shared/call-context';
import { accountOf } from '../../shared/fields';
import { orderKey, orderNumberFields } from '../../shared/order-number';

export const description = orderNumberFields({ resource: ['order'], operation: ['query'] });

/**
 * What WeChat Pay knows of an order: a paid one in the shape of WeChat Pay Trigger's items, without
 * `notification`; any other in WeChat's own fields.
 *
 * @throws IntegrationError `WECHAT_ORDER_NUMBER_INVALID` and those of `queryOrder`
 */
export async function execute(
	this: IExecuteFunctions,
	_item: INodeExecutionData,
	index: number,
): Promise<IDataObject> {
	const account = await accountOf(this, index);
	const order = await queryOrder(account, orderKey(this, index), callContext);
	if (order['trade_state'] !== 'SUCCESS') return order as IDataObject;
	const payment = readTransaction(order, { mchid: account.mchid }, 'attach');
	return payment as unknown as IDataObject;
}
