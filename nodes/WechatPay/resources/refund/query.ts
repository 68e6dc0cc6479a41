import { queryRefund } from '../../../../lib/wechat-pay/refunds/refund';
import { refundItem } from '../../../../lib/wechat-pay/refunds/refund-item';
import { runPerItem } from '../../../shared/run-per-item';
import { callContext } from '../../../shared/call-context';
import { accountOf, ofMerchant, subMerchantField } from '../../shared/fields';
import { refundNumber, refundNumberField } from '../../shared/refund-number';

const show = { resource: ['refund'], operation: ['query'] };

export const description = [refundNumberField(show), subMerchantField(show)];

/**
 * How a refund stands, in WeChat's own fields, with `refund_status` and `refund_fen` as the trigger has them.
 *
 * @throws IntegrationError `WECHAT_REFUND_NUMBER_INVALID` and those of `queryRefund`
 */
export const execute = runPerItem(async (context, index) => {
	const key = { out_refund_no: refundNumber(context, index), ...ofMerchant(context, index) };
	const refund = await queryRefund(await accountOf(context, index), key, callContext);
	return { json: refundItem(refund) };
});
