/** What an event is about, which is also the trigger's output. */
export type ShopEventSubject = 'order' | 'afterSale' | 'stock';

interface EventType {
	subject: ShopEventSubject;
	/** Name of the object in WeChat's message that holds the fields. */
	key: string;
}

const order: EventType = { subject: 'order', key: 'order_info' };
const afterSale = (key: string): EventType => ({ subject: 'afterSale', key });

/** The events that can start a workflow, as WeChat calls them. The same address gets many others. */
export const SHOP_EVENTS = {
	channels_ec_order_new: order,
	channels_ec_order_pay: order,
	channels_ec_order_wait_shipping: order,
	channels_ec_order_deliver: order,
	channels_ec_order_cancel: order,
	channels_ec_order_confirm: order,
	channels_ec_order_settle: order,
	channels_ec_order_ext_info_update: order,
	channels_ec_aftersale_update: afterSale('finder_shop_aftersale_status_update'),
	channels_ec_present_aftersale_update: afterSale('finder_shop_present_aftersale_status_update'),
	channels_ec_guarantee_update: afterSale('finder_shop_guarantee_status_update'),
	channels_ec_complaint_update: afterSale('finder_shop_complaint'),
	channels_ec_stock_no_enough: { subject: 'stock', key: 'channels_ec_stock_no_enough' },
} as const satisfies Record<string, EventType>;

export type ShopEventName = keyof typeof SHOP_EVENTS;

export const isShopEvent = (name: string): name is ShopEventName =>
	Object.hasOwn(SHOP_EVENTS, name);
