import { getShopOrder } from '../../../../lib/wechat-shop/orders/get-order';
import { shopPaymentItem } from '../../../../lib/wechat-shop/orders/payment-item';
import { callContext } from '../../../shared/call-context';
import { runPerItem } from '../../../shared/run-per-item';
import { accountOf } from '../../shared/account';
import { orderField, orderIdOf } from '../../shared/order-field';

export const description = [orderField({ resource: ['order'], operation: ['get'] })];

/** Orders read at once: far below every quota that is known of WeChat. */
const AT_ONCE = 5;

/** Adds to each item its order in the form of a payment, and as WeChat has it. */
export const execute = runPerItem(
	async (context, index, { json }) => {
		const account = await accountOf(context);
		const order = await getShopOrder(account, orderIdOf(context, index), callContext);
		const payment = shopPaymentItem(order, account.appid);
		return { json: { ...json, ...payment, shop_order: order } };
	},
	{ atOnce: AT_ONCE },
);
