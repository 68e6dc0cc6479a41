import { queriedPayment } from './found-payment';
import { managed } from './managed';
import { shippingOrder } from './order';

/** State of one payment. */
export const getOrder = managed('get_order', ({ body }, wechat) => ({
	order: shippingOrder(queriedPayment(body, wechat), wechat),
}));
