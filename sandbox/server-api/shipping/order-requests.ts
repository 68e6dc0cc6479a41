import { textOf } from '../../core/json';
import type { Payment } from '../../payments/payment';
import type { WeChat } from '../../platform/wechat';
import type { ServerApiCall } from '../endpoint';
import { ServerApiError } from '../errcode';
import { isVisible, queriedPayment } from './found-payment';
import { orderState, paidAt } from './orders';

const DAY_S = 24 * 3600;

/** Asks the buyer to confirm the receipt: once for a payment, and only for express. */
export function remindToConfirm({ body }: ServerApiCall, wechat: WeChat): object {
	const payment = queriedPayment(body, wechat);
	const entry = wechat.serverApi.shipping.of(payment.transaction_id);
	if (!Number.isInteger(body.received_time)) throw new ServerApiError(10060014);
	if (orderState(payment, wechat) !== 2) throw new ServerApiError(10060028);
	if (entry.shipping?.logistics_type !== 1) throw new ServerApiError(10060032);
	if (entry.reminded) throw new ServerApiError(10060030);
	if (Number(body.received_time) * 1000 <= entry.uploadedMs) throw new ServerApiError(10060029);
	entry.reminded = true;
	return {};
}

/** Reports an order that ships late (1) or never, being a test (2). Nothing here depends on it. */
export function reportSpecialOrder({ body }: ServerApiCall, wechat: WeChat): object {
	const { type, delay_to: delayTo } = body;
	if (type !== 1 && type !== 2) throw new ServerApiError(268546000);
	const payment = unshipped(textOf(body.order_id) ?? '', wechat);
	const days = (Number(delayTo) - paidAt(payment)) / DAY_S;
	if (type === 1 && !(days >= 15 && days <= 330)) throw new ServerApiError(268546001);
	return {};
}

function unshipped(number: string, wechat: WeChat): Payment {
	const { payments } = wechat;
	const payment = payments.withTransactionId(number) ?? payments.withOutTradeNo(number);
	if (payment && isVisible(payment, wechat) && orderState(payment, wechat) === 1) return payment;
	throw new ServerApiError(268546002);
}
