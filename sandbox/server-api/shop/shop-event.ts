/** Something that WeChat Shop would push, before it is encrypted and sent. */
export interface ShopEvent {
	/** `channels_ec_order_pay` and the like. */
	event: string;
	/** The buyer of an order event; empty otherwise. */
	openid: string;
	/** Name of the object in the body: `order_info`. */
	key: string;
	/** Ids are texts here; order events write `order_id` as a bare number. */
	body: Record<string, unknown>;
}
