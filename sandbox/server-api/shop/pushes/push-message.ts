import type { ShopEvent } from '../shop-event';

/** The sender that WeChat names in events that are not of an order. */
const SYSTEM = 'oSystemSenderOfWechatShop000';

/** The JSON that is encrypted. Order events write their `order_id` as a bare number of 19 digits. */
export function pushMessage(
	{ event, openid, key, body }: ShopEvent,
	shop: string,
	atMs: number,
): string {
	const message = JSON.stringify({
		ToUserName: shop,
		FromUserName: openid || SYSTEM,
		CreateTime: Math.floor(atMs / 1000),
		MsgType: 'event',
		Event: event,
		[key]: body,
	});
	return key === 'order_info' ? message.replace(/"order_id":"(\d+)"/, '"order_id":$1') : message;
}
