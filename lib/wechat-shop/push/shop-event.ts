import { IntegrationError } from '../../core/errors';
import { asObject, type JsonObject } from '../../core/json';
import { safeCode } from '../../core/outside-text';
import { isShopEvent, SHOP_EVENTS, type ShopEventSubject } from './event-types';

/** Which event an item is of, before it joins a batch. */
export interface ShopEventReceipt {
	/** Made of what stays the same over all deliveries: WeChat gives events no id. */
	id: string;
	/** WeChat's name of the event. */
	event_type: string;
	/** ISO 8601. */
	create_time: string;
	api: 'push';
}

/** The item of an event, as WeChat Shop Trigger emits it. An event is a hint: the order has to be read. */
export interface ShopEventItem {
	shop_appid: string;
	/** 19 digits, as text. Absent for a stock shortage. */
	shop_order_id?: string;
	after_sale_order_id?: string;
	/** Who bought; of order events only. */
	payer?: { openid: string };
	/** WeChat's fields of the event under their own names; long ids as text. */
	shop_event: JsonObject;
	notification: ShopEventReceipt;
}

export type ShopEventRead =
	| { kind: 'event'; subject: ShopEventSubject; item: ShopEventItem }
	/** Genuine, but nobody asked for it. */
	| { kind: 'ignored'; event_type: string };

/**
 * Reads the decrypted message of an event.
 *
 * @param message parsed so that long integers are text
 * @param selected names of the events to read
 * @throws IntegrationError `WECHAT_PUSH_NOT_UNDERSTOOD` for a selected event without its ids
 */
export function readShopEvent(
	message: JsonObject,
	{ appid, events }: { appid: string; events: readonly string[] },
): ShopEventRead {
	const { Event: name, MsgType: type, CreateTime: created, FromUserName: from } = message;
	if (typeof name !== 'string') {
		return { kind: 'ignored', event_type: `message ${safeCode(String(type ?? ''), 50)}`.trim() };
	}
	if (!isShopEvent(name) || !events.includes(name)) {
		return { kind: 'ignored', event_type: safeCode(name, 100) };
	}
	const { subject, key } = SHOP_EVENTS[name];
	const shop_event = asObject(message[key]);
	const orderId = idOf(shop_event?.['order_id']);
	const afterSaleId = idOf(shop_event?.['after_sale_order_id']);
	const skuId = idOf(shop_event?.['sku_id']);
	const subjectId = subject === 'stock' ? skuId : orderId;
	if (!shop_event || subjectId === undefined || !isSeconds(created)) throw notUnderstood(name);
	const item: ShopEventItem = {
		shop_appid: appid,
		...(orderId !== undefined && { shop_order_id: orderId }),
		...(afterSaleId !== undefined && { after_sale_order_id: afterSaleId }),
		...(subject === 'order' && idOf(from) !== undefined && { payer: { openid: idOf(from)! } }),
		shop_event,
		notification: {
			id: [name, subjectId, afterSaleId, ...DISTINCT.map((field) => shop_event[field]), created]
				.map((part) => safeCode(String(part ?? ''), 64))
				.filter(Boolean)
				.join(' '),
			event_type: name,
			create_time: new Date(created * 1000).toISOString(),
			api: 'push',
		},
	};
	return { kind: 'event', subject, item };
}

/** What else tells two events of one order in one second apart. */
const DISTINCT = [
	'guarantee_order_id',
	'complaint_id',
	'status',
	'type',
	'complaint_status',
	'cancel_type',
	'confirm_type',
	'finish_delivery',
	'remaining_stock_amount',
];

/** WeChat sends ids as bare numbers in some events and as text in others. */
function idOf(value: unknown): string | undefined {
	const text = typeof value === 'number' ? String(value) : value;
	return typeof text === 'string' && /^[\w-]{1,64}$/.test(text) ? text : undefined;
}

/** Until the year 2100, so that a date can be made of it. */
const isSeconds = (value: unknown): value is number =>
	Number.isInteger(value) && Number(value) > 0 && Number(value) < 4_102_444_800;

const notUnderstood = (event: string) =>
	new IntegrationError({
		code: 'WECHAT_PUSH_NOT_UNDERSTOOD',
		message: `A genuine event "${event}" does not name its order, SKU or time.`,
		likelyCause: 'WeChat has changed the form of this event.',
		nextStep:
			'Report the event type. The orders are not lost: the scheduled part of the ordering template finds them.',
	});
