import { isPaid } from '../../../../lib/core/payment-terms';
import type { LinesFrom } from '../../../../lib/wechat-pay/notification/items';
import { queryOrder } from '../../../../lib/wechat-pay/api/orders';
import { readTransaction } from '../../../../lib/wechat-pay/notification/payment';
import { linesFromField } from '../../../shared/lines-from-field';
import { runPerItem } from '../../../shared/run-per-item';
import { callContext } from '../../../shared/call-context';
import { accountOf } from '../../shared/fields';
import { orderKey, orderNumberFields } from '../../shared/order-number';

const show = { resource: ['order'], operation: ['query'] };

export const description = [...orderNumberFields(show), linesFromField({ show })];

/**
 * What WeChat Pay knows of an order: a paid one in the shape of WeChat Pay Trigger's items, without
 * `notification`; any other in WeChat's own fields.
 *
 * @throws IntegrationError `WECHAT_ORDER_NUMBER_INVALID` and those of `queryOrder`
 */
export const execute = runPerItem(async (context, index) => {
	const account = await accountOf(context, index);
	const order = await queryOrder(account, orderKey(context, index), callContext);
	const from = context.getNodeParameter('linesFrom', index, 'attach') as LinesFrom;
	const paid = isPaid(order['trade_state']);
	return { json: paid ? readTransaction(order, { mchid: account.mchid }, from) : order };
});
