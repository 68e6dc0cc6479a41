import type { ShopEventRead } from '../../../lib/wechat-shop/push/shop-event';
import type { ArrivalPart, Received } from '../../shared/receiving/arrival';
import { itemIdentity } from '../../shared/notification-answers';

/** The outputs of the trigger, by what they are for. */
export const OUTPUTS = ['order', 'afterSale', 'stock'] as const;

/** Converts an event of a WeChat Shop into the arrival that all triggers share. */
export function toReceived(event: ShopEventRead): Received {
	if (event.kind === 'ignored') return { ...event, format: 'push' };
	const { subject, item } = event;
	const identity = itemIdentity(item);
	const about = item.shop_order_id ?? `SKU ${String(item.shop_event['sku_id'])}`;
	return {
		kind: 'accepted',
		arrival: {
			identity,
			output: OUTPUTS.indexOf(subject),
			parts: [{ identity, json: item as unknown as ArrivalPart['json'] }],
			format: 'push',
		},
		log: [`${item.notification.event_type} of ${about}`],
		problems: [],
	};
}
