import type { HttpCallContext } from '../../core/http';
import { asObject, type JsonObject } from '../../core/json';
import { refundProgress } from '../../core/payment-terms';
import type { OrderKey } from '../api/endpoints';
import { queryOrder } from '../api/orders';
import type { WechatPayAccount } from '../keys/account';
import { listRefunds } from './list-refunds';
import { findRefund } from './refund';
import { refundableOrder, type RefundOrder } from './refund-request';

/**
 * The refunds of an order, if WeChat Pay has made more than `refundedBefore` says: somebody refunded it elsewhere. A
 * refund whose number WeChat Pay knows already needs no check, because it is not made again.
 *
 * @returns undefined if nothing is unknown
 * @throws IntegrationError `WECHAT_REFUNDS_NOT_LISTED` if the order has refunds that WeChat Pay does not list
 */
export async function unknownRefunds(
	account: WechatPayAccount,
	key: OrderKey,
	{ out_refund_no, refundedBefore }: RefundOrder,
	context: HttpCallContext,
): Promise<JsonObject[] | undefined> {
	if (refundedBefore === undefined) return undefined;
	const order = refundableOrder(await queryOrder(account, key, context));
	if (!order.refunded) return undefined;
	const { sub_mchid } = key;
	const merchant = sub_mchid ? { sub_mchid } : {};
	if (await findRefund(account, { out_refund_no, ...merchant }, context)) return undefined;
	const refunds = await listRefunds(account, order, merchant, context);
	const made = refunds
		.filter(({ status }) => refundProgress(String(status)) !== 'failed')
		.reduce((sum, { amount }) => sum + Number(asObject(amount)?.['refund'] ?? 0), 0);
	const owner = { mchid: account.mchid, ...(sub_mchid && { sp_mchid: account.mchid, sub_mchid }) };
	return made > refundedBefore ? refunds.map((refund) => ({ ...owner, ...refund })) : undefined;
}
