import type { Payment } from '../../payments/payment';
import type { WeChat } from '../../platform/wechat';
import { ServerApiError } from '../errcode';
import { textOf } from '../read-body';
import { isVisible } from './found-payment';
import { managed } from './managed';
import { orderState, paidAt } from './order';

const DAY_S = 24 * 3600;

/** Reports an order that ships late (1) or never, being a test (2). */
export const opSpecialOrder = managed('opspecialorder', ({ body }, wechat) => {
	const { type, delay_to: delayTo } = body;
	if (type !== 1 && type !== 2) throw new ServerApiError(268546000);
	const payment = unshipped(textOf(body.order_id) ?? '', wechat);
	const entry = wechat.serverApi.shipping.of(payment.transaction_id);
	if (type === 2) {
		entry.isTestOrder = true;
		return {};
	}
	const days = (Number(delayTo) - paidAt(payment)) / DAY_S;
	if (!(days >= 15 && days <= 330)) throw new ServerApiError(268546001);
	entry.delayTo = Number(delayTo);
	return {};
});

function unshipped(number: string, wechat: WeChat): Payment {
	const { payments } = wechat;
	const payment = payments.withTransactionId(number) ?? payments.withOutTradeNo(number);
	if (payment && isVisible(payment, wechat) && orderState(payment, wechat) === 1) return payment;
	throw new ServerApiError(268546002);
}
