import { getOrderFlow, orderFunds } from '../../../../lib/wechat-shop/funds/order-funds';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf } from '../../shared/account';
import { orderField, orderIdOf } from '../../shared/order-field';

export const description = [orderField({ resource: ['order'], operation: ['getFunds'] })];

/** Adds to each item what its order brings: an estimate until WeChat has settled it. */
export const execute = runPerItem(async (context, index, { json }) => {
	const account = await accountOf(context);
	const flow = await getOrderFlow(account, orderIdOf(context, index), callContext);
	return { json: { ...json, funds: flow ? { ...orderFunds(flow), flow } : null } };
});
