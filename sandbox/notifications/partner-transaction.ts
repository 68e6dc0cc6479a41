import type { Payment } from '../payments/payment';
import type { NotificationContent, Notified } from './notification';
import { paidNotice } from './transaction-success';

/** A buyer has paid at a merchant of the service provider whom this notification goes to. */
export function partnerTransaction(payment: Payment, notified: Notified): NotificationContent {
	const { mchid, appid, payer, ...order } = payment;
	return paidNotice({
		sp_appid: appid,
		sp_mchid: mchid,
		sub_mchid: notified.subMchid,
		...order,
		payer: { sp_openid: payer.openid },
	});
}
