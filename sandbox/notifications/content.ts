import type { NotificationForm } from './options';
import type { WeChat } from '../platform/wechat';
import { combinedTransaction } from './combined-transaction';
import { globalRefund } from './global-refund';
import { globalTransaction } from './global-transaction';
import type { NotificationContent, Notified } from './notification';
import { partnerTransaction } from './partner-transaction';
import { partnerRefund, refundNotice } from './refund';
import { isCombined, isEvent, isRefund, type NotificationSubject } from './subject';
import { transactionSuccess } from './transaction-success';
import { unrelatedNotice } from './unrelated-event';

/** What the v3 notification about a subject says. @throws Error for a form that the subject does not have */
export function contentOf(
	subject: NotificationSubject,
	form: Exclude<NotificationForm, 'v2'>,
	notified: Notified,
	{ payments }: Pick<WeChat, 'payments'>,
): NotificationContent {
	if (isCombined(subject) || isEvent(subject)) {
		if (form !== 'direct') throw new Error(`Only payments and refunds are sent as ${form}`);
		return isEvent(subject) ? unrelatedNotice(subject) : combinedTransaction(subject, notified);
	}
	if (isRefund(subject)) {
		if (form === 'direct') return refundNotice(subject, notified);
		if (form === 'partner') return partnerRefund(subject, notified);
		return globalRefund(subject, notified, payments.withTransactionId(subject.transaction_id));
	}
	if (form === 'direct') return transactionSuccess(subject);
	return form === 'partner' ? partnerTransaction(subject, notified) : globalTransaction(subject);
}
