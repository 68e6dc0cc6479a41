import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { apiRefusal } from '../../../../lib/wechat-api/refusal';
import { getOrder } from '../../../../lib/wechat-api/shipping/order';
import { callContext } from '../../../shared/call-context';
import { accountOf } from '../../shared/account';
import { oneByOne } from '../../shared/one-by-one';
import { paymentFields, paymentKey } from '../../shared/payment-fields';

export const description = paymentFields({ resource: ['order'], operation: ['get'] });

const UNSEEN = { errcode: 10060001, errmsg: 'payment not found' };

/** Adds to each item, as `wechat_order`, how WeChat has its payment. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	return await oneByOne(this, async ({ json }, index) => {
		const account = await accountOf(this);
		const order = await getOrder(account, paymentKey(this, index), callContext);
		if (!order) throw apiRefusal(UNSEEN);
		return { ...json, wechat_order: order as unknown as IDataObject };
	});
}
