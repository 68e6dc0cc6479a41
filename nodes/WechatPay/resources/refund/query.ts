import { queryRefund, refundItem } from '../../../../lib/wechat-pay/refunds/refund';
import { runPerItem } from '../../../shared/run-per-item';
import { callContext } from '../../../shared/call-context';
import { accountOf } from '../../shared/fields';
import { refundNumber, refundNumberField } from '../../shared/refund-number';

export const description = [refundNumberField({ resource: ['refund'], operation: ['query'] })];

/**
 * How a refund stands, in WeChat's own fields, with `refund_status` and `refund_fen` as the trigger has them.
 *
 * @throws IntegrationError `WECHAT_REFUND_NUMBER_INVALID` and those of `queryRefund`
 */
export const execute = runPerItem(async (context, index) => {
	const number = refundNumber(context, index);
	const account = await accountOf(context, index);
	const refund = await queryRefund(account, number, callContext);
	// Record Refund of Odoo Sale finds the order by the merchant as well, which WeChat's answer does not name.
	return { json: { mchid: account.mchid, ...refundItem(refund) } };
});
