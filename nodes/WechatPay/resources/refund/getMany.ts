import { queryOrder } from '../../../../lib/wechat-pay/api/orders';
import { leftToRefund, listRefunds } from '../../../../lib/wechat-pay/refunds/list-refunds';
import { refundItem } from '../../../../lib/wechat-pay/refunds/refund-item';
import { refundableOrder } from '../../../../lib/wechat-pay/refunds/refund-request';
import { runPerItem } from '../../../shared/run-per-item';
import { callContext } from '../../../shared/call-context';
import { accountOf } from '../../shared/fields';
import { orderKey, orderNumberFields } from '../../shared/order-number';

export const description = orderNumberFields({ resource: ['refund'], operation: ['getMany'] });

/**
 * The refunds of an order, one item each, with what is left to refund in `left_fen`.
 *
 * @throws IntegrationError `WECHAT_ORDER_NUMBER_INVALID`, and those of `queryOrder` and `listRefunds`
 */
export const execute = runPerItem(async (context, index) => {
	const account = await accountOf(context, index);
	const { sub_mchid, ...key } = orderKey(context, index);
	const merchant = sub_mchid ? { sub_mchid } : {};
	const order = refundableOrder(await queryOrder(account, { ...key, ...merchant }, callContext));
	const refunds = order.refunded ? await listRefunds(account, order, merchant, callContext) : [];
	const left_fen = leftToRefund(order, refunds);
	return refunds.map((refund) => ({
		json: { mchid: account.mchid, ...merchant, ...refundItem(refund), left_fen },
	}));
});
