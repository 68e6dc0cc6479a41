import type { HttpCallContext } from '../../core/http';
import { askWechatApi, type OpenApiAccount } from '../call';
import { apiRefusal } from '../answer';
import { queryKey, type PaymentKey } from './shipment';

export type ReminderStatus = 'reminded' | 'already_reminded' | 'not_shipped' | 'not_express';

const STATUS: Record<number, ReminderStatus | undefined> = {
	0: 'reminded',
	10060028: 'not_shipped',
	10060030: 'already_reminded',
	10060032: 'not_express',
};

/**
 * Asks the buyer to confirm receipt (notify_confirm_receive): once for each payment, parcels of
 * carriers only. Repeating it does no harm: WeChat says that the reminder is used up.
 *
 * @param receivedAt when the parcel arrived, Unix seconds; WeChat wants it after the shipping
 * @throws IntegrationError WeChat's refusal
 */
export async function remindToConfirm(
	account: OpenApiAccount,
	payment: PaymentKey,
	receivedAt: number,
	context: HttpCallContext,
): Promise<ReminderStatus> {
	const body = { ...queryKey(payment), received_time: receivedAt };
	const call = { path: '/wxa/sec/order/notify_confirm_receive', body, repeatable: true };
	const answer = await askWechatApi(account, call, context);
	const status = STATUS[answer.errcode];
	if (!status) throw apiRefusal(answer);
	return status;
}
