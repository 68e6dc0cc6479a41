import { apiRefusal } from '../../../../lib/wechat-api/answer';
import { getOrder } from '../../../../lib/wechat-api/shipping/order';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf } from '../../shared/account';
import { paymentFields, paymentKey } from '../../shared/payment-fields';

export const description = paymentFields({ resource: ['order'], operation: ['get'] });

const UNSEEN = { errcode: 10060001, errmsg: 'payment not found' };

/** Adds to each item, as `wechat_order`, how WeChat has its payment. */
export const execute = runPerItem(async (context, index, { json }) => {
	const account = await accountOf(context);
	const order = await getOrder(account, paymentKey(context, index), callContext);
	if (!order) throw apiRefusal(UNSEEN);
	return { json: { ...json, wechat_order: order } };
});
