import { parseObject } from '../../../../../lib/core/json';
import { SHOP_EVENTS } from '../../../../../lib/wechat-shop/push/event-types';
import { readShopEvent } from '../../../../../lib/wechat-shop/push/shop-event';

const recipient = { appid: 'wxfedcba9876543210', events: Object.keys(SHOP_EVENTS) };
const message = (event: string, key: string, body: string, created = 1662480000) =>
	parseObject(
		`{"ToUserName":"gh_0","FromUserName":"OPENID","CreateTime":${created},"MsgType":"event","Event":"${event}","${key}":${body}}`,
	)!;
const read = (...about: Parameters<typeof message>) => readShopEvent(message(...about), recipient);
const ID = '3705115058471208928';

it.each([ID, `"${ID}"`])('keeps every digit of an order id sent as %s', (id) => {
	expect(read('channels_ec_order_pay', 'order_info', `{"order_id":${id}}`)).toEqual({
		kind: 'event',
		subject: 'order',
		item: {
			shop_appid: recipient.appid,
			shop_order_id: ID,
			payer: { openid: 'OPENID' },
			shop_event: { order_id: ID },
			notification: {
				id: `channels_ec_order_pay ${ID} 1662480000`,
				event_type: 'channels_ec_order_pay',
				create_time: '2022-09-06T16:00:00.000Z',
				api: 'push',
			},
		},
	});
});

it('names the after-sale and not the system sender as its buyer', () => {
	const key = 'finder_shop_aftersale_status_update';
	const body = `{"status":"USER_CANCELD","after_sale_order_id":"1768034782998651","order_id":"${ID}"}`;
	const got = read('channels_ec_aftersale_update', key, body);
	expect(got).toMatchObject({
		subject: 'afterSale',
		item: { shop_order_id: ID, after_sale_order_id: '1768034782998651' },
	});
	expect(got).not.toHaveProperty('item.payer');
});

it('reads a stock shortage by its SKU', () => {
	const body = '{"product_id":"1","sku_id":3095123456789012345,"remaining_stock_amount":4}';
	const event = 'channels_ec_stock_no_enough';
	expect(read(event, event, body)).toMatchObject({
		subject: 'stock',
		item: { shop_event: { sku_id: '3095123456789012345', remaining_stock_amount: 4 } },
	});
});

it('tells events of one order apart that happen in one second', () => {
	const idOf = (body: string) => {
		const got = read('channels_ec_order_ext_info_update', 'order_info', body);
		return got.kind === 'event' ? got.item.notification.id : '';
	};
	const [one, other] = [4, 9].map((type) => idOf(`{"order_id":${ID},"type":${type}}`));
	expect(one).not.toBe(other);
});

it.each([
	['an event of the shop console', message('set_shop_nickname', 'x', '{}'), 'set_shop_nickname'],
	['a name of every object', message('constructor', 'x', '{}'), 'constructor'],
	['a message of a buyer', { MsgType: 'text', Content: 'hello' }, 'message text'],
])('ignores %s', (_, given, event_type) => {
	expect(readShopEvent(given, recipient)).toEqual({ kind: 'ignored', event_type });
});

it('ignores an event that was not selected', () => {
	const given = message('channels_ec_order_new', 'order_info', `{"order_id":${ID}}`);
	expect(readShopEvent(given, { ...recipient, events: [] })).toMatchObject({ kind: 'ignored' });
});

it.each([
	['no order', '{}', 1662480000],
	['an order id that is none', '{"order_id":"; drop"}', 1662480000],
	['a time beyond every calendar', `{"order_id":${ID}}`, 9_000_000_000_000],
])('does not understand %s', (_, body, created) => {
	expect(() => read('channels_ec_order_pay', 'order_info', body, created)).toThrow(
		expect.objectContaining({ code: 'WECHAT_PUSH_NOT_UNDERSTOOD' }),
	);
});
