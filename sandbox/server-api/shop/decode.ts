import type { WeChat } from '../../platform/wechat';
import type { ServerApiCall } from '../endpoint';
import { ServerApiError } from '../errcode';
import { apiOrder } from './orders';

/** The true recipient of an order. An order counts once; the quota of a day ends at midnight in Beijing. */
export function decodeRecipient({ body }: ServerApiCall, wechat: WeChat): object {
	const order = apiOrder(body.order_id, wechat);
	const { shop, rules, counter } = wechat.serverApi;
	if (order.status === 10) throw new ServerApiError(10020124);
	if (order.is_present) throw new ServerApiError(10020248);
	if (order.status >= 200 || order.status === 13) throw new ServerApiError(10020503);
	const secrets = shop.secrets.get(order.order_id);
	if (!secrets) throw new ServerApiError(10020503);
	if (!secrets.decoded) {
		const limit = rules.shopDecodesPerDay;
		if (!counter.fits('decodes', 'day', limit, wechat.now())) throw new ServerApiError(10020123);
		secrets.decoded = true;
	}
	const { virtual, tel_number, ...address } = secrets.recipient;
	if (!virtual) return { address_info: { ...address, tel_number } };
	const [virtual_number, extension] = virtual.number.split('-');
	const tel = `${tel_number.slice(0, 3)}****${tel_number.slice(-4)}`;
	return {
		address_info: { ...address, tel_number: tel },
		virtual_number_info: { virtual_number, extension, expiration: virtual.expires },
	};
}

/** The merchant's note of an order. */
export function updateNote({ body }: ServerApiCall, wechat: WeChat): object {
	const order = apiOrder(body.order_id, wechat);
	if (typeof body.merchant_notes !== 'string') throw new ServerApiError(40097);
	order.order_detail.ext_info.merchant_notes = body.merchant_notes;
	order.update_time = Math.floor(wechat.now() / 1000);
	wechat.serverApi.shop.announce('channels_ec_order_ext_info_update', order, { type: 3 });
	return {};
}
