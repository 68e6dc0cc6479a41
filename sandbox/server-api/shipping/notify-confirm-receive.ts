import { ServerApiError } from '../errcode';
import { queriedPayment } from './found-payment';
import { managed } from './managed';
import { orderState } from './order';

/** Asks the buyer to confirm the receipt: once for a payment, and only for express. */
export const notifyConfirmReceive = managed('notify_confirm_receive', ({ body }, wechat) => {
	const payment = queriedPayment(body, wechat);
	const entry = wechat.serverApi.shipping.of(payment.transaction_id);
	if (!Number.isInteger(body.received_time)) throw new ServerApiError(10060014);
	if (orderState(payment, wechat) !== 2) throw new ServerApiError(10060028);
	if (entry.shipping?.logistics_type !== 1) throw new ServerApiError(10060032);
	if (entry.reminded) throw new ServerApiError(10060030);
	if (Number(body.received_time) * 1000 <= entry.uploadedMs) throw new ServerApiError(10060029);
	entry.reminded = true;
	return {};
});
