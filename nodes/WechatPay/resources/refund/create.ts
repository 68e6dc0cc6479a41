import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { IntegrationError } from '../../../../lib/core/errors';
import { createRefundOrWait } from '../../../../lib/wechat-pay/refunds/create-refund-or-wait';
import { refundItem } from '../../../../lib/wechat-pay/refunds/refund-item';
import type { RefundOrder } from '../../../../lib/wechat-pay/refunds/refund-request';
import { runPerItem } from '../../../shared/run-per-item';
import { callContext } from '../../../shared/call-context';
import { requireConfirmation } from '../../shared/confirmation';
import { accountOf, textParameter } from '../../shared/fields';
import { orderKey } from '../../shared/order-number';
import { refundNumber } from '../../shared/refund-number';

export { description } from '../../shared/create-fields';

/**
 * Asks WeChat Pay for a refund, once for each refund number.
 *
 * @returns the refund in WeChat's own fields, with `refund_status` and `refund_fen` as the trigger has them; at the
 * second output the item with `waiting`, when WeChat Pay holds too little money at this moment; at the third the refunds
 * of the order, when there are more than Refunded Before says
 * @throws IntegrationError `WECHAT_REFUND_NOT_CONFIRMED`, `WECHAT_REFUND_NOT_FOR_AGENTS`,
 * `WECHAT_NOTIFY_URL_INVALID` and those of `createRefundOrWait`
 */
export const execute = runPerItem(async (context, index, { json }) => {
	requireConfirmation(context, index);
	const key = orderKey(context, index);
	const asked = refundOrder(context, index);
	const account = await accountOf(context, index);
	const waiting = json['waiting'];
	const result = await createRefundOrWait(account, key, asked, waiting, callContext);
	if ('refund' in result) return { json: refundItem(result.refund) };
	if ('unknown' in result)
		return result.unknown.map((refund) => ({ json: refundItem(refund), output: 2 }));
	// All fields are passed on, so that the next attempt asks with the same words.
	const { out_refund_no } = asked;
	const refund_status = 'WAITING_FOR_FUNDS';
	return { json: { ...json, out_refund_no, refund_status, ...result }, output: 1 };
});

function refundOrder(context: IExecuteFunctions, index: number): RefundOrder {
	const options = context.getNodeParameter('refundOptions', index, {}) as IDataObject;
	const text = (name: string) => String(options[name] ?? '').trim();
	const funds = text('fundsAccount');
	const before = text('refundedBefore');
	const part = context.getNodeParameter('extent', index) === 'part';
	return {
		out_refund_no: refundNumber(context, index),
		...(part ? { refund: partOf(context, index) } : {}),
		...(before ? { refundedBefore: /^\d+$/.test(before) ? Number(before) : 0 } : {}),
		...(text('reason') ? { reason: text('reason') } : {}),
		...(text('notifyUrl') ? { notify_url: notifyUrl(text('notifyUrl')) } : {}),
		...(funds === 'AVAILABLE' || funds === 'UNSETTLED' ? { funds_account: funds } : {}),
	};
}

/** What is no amount becomes NaN, which is refused like every other wrong amount. */
function partOf(context: IExecuteFunctions, index: number): NonNullable<RefundOrder['refund']> {
	const amount = textParameter(context, 'amount', index);
	if (context.getNodeParameter('amountUnit', index) !== 'fen') return { decimal: amount };
	return /^\d+$/.test(amount) ? Number(amount) : Number.NaN;
}

function notifyUrl(text: string): string {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url?.protocol === 'https:' && !url.search && !url.hash) return text;
	throw new IntegrationError({
		code: 'WECHAT_NOTIFY_URL_INVALID',
		message: 'The notify URL is not an https address without a query.',
		likelyCause: 'A test URL, or one with parameters behind a question mark.',
		nextStep: 'Copy the production URL of WeChat Pay Trigger.',
	});
}
