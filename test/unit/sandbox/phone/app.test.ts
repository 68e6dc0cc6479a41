import { fillShelf, type Sandbox } from '../../../../sandbox';
import { sharedSandbox } from '../../../support/shared-sandbox';
import type { PhoneState } from '../../../../sandbox/phone/state';
import { receive, type Receiver } from '../receiver';

let sandbox: Sandbox;
let receiver: Receiver;

beforeEach(async () => {
	receiver = await receive((response) => response.writeHead(200).end());
	sandbox = await sharedSandbox({ notifyUrl: receiver.url });
	fillShelf(sandbox.serverApi.shop);
});
afterEach(async () => {
	await sandbox.stop();
	await receiver.close();
});

const send = async (route: string, body: object): Promise<Response> =>
	await fetch(`${sandbox.url}/sandbox/${route}`, { method: 'POST', body: JSON.stringify(body) });

/** Follows the page's events until one of them is as wished. */
async function untilShown(wished: (state: PhoneState) => boolean): Promise<PhoneState> {
	const stop = new AbortController();
	const { body } = await fetch(`${sandbox.url}/phone/live`, { signal: stop.signal });
	const decoder = new TextDecoder();
	let text = '';
	try {
		for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
			text += decoder.decode(piece, { stream: true });
			const events = text.split('\n\n');
			text = events.pop() ?? '';
			for (const event of events.filter((one) => one.startsWith('data: '))) {
				const state = JSON.parse(event.slice('data: '.length)) as PhoneState;
				if (wished(state)) return state;
			}
		}
		throw new Error('The events ended');
	} finally {
		stop.abort();
	}
}

const stockOf = ({ products }: PhoneState, sku: string): number | undefined =>
	products.find(({ sku_code }) => sku_code === sku)?.stock;

test('serves the page with its parts, and nothing beside them', async () => {
	const page = await fetch(`${sandbox.url}/`);
	expect(page.url).toBe(`${sandbox.url}/phone/`);
	const parts = [...(await page.text()).matchAll(/(?:href|src)="([a-z-]+\.[a-z]+)"/g)];
	expect(parts.length).toBeGreaterThan(5);
	for (const [, part] of parts) {
		expect((await fetch(`${sandbox.url}/phone/${part}`)).status).toBe(200);
	}
	for (const path of ['phone/..%2fanswer.ts', 'phone/nothing.js', 'phone/page/main.js']) {
		expect((await fetch(`${sandbox.url}/${path}`)).status).toBe(404);
	}
});

test('a purchase in the WeChat Shop is an order of the shop, and counts for the influencer of its link', async () => {
	await send('shop/purchases', { sku_code: 'CAP-BLK', influencer: 'Lily' });
	await send('shop/purchases', { sku_code: 'CAP-BLK' });
	const state = await untilShown(({ shop_orders: orders }) => orders.length === 2);
	expect(state.shop_orders).toMatchObject([
		{ title: 'Black cap × 1', status: 20, influencer: '' },
		{ title: 'Black cap × 1', status: 20, influencer: 'Lily', total: 5000 },
	]);
	expect(sandbox.serverApi.shop.orders()[0]?.order_detail.commission_infos).toMatchObject([
		{ nickname: 'Lily', amount: 500 },
	]);
	expect(stockOf(state, 'CAP-BLK')).toBe(10);
	expect(state.orders).toEqual([]);
	expect((await send('shop/purchases', { sku_code: 'NOTHING' })).status).toBe(400);
});

test('a purchase is paid, notified, taken from the shelf, and shown', async () => {
	const [payment] = (await (
		await send('purchases', { sku_code: 'CAP-BLK', quantity: 2 })
	).json()) as [{ attach: string; transaction_id: string }];
	expect(payment.attach).toBe('CAP-BLK*2@5000');
	const state = await untilShown(({ orders }) => orders[0]?.acknowledged === true);
	expect(state.orders).toMatchObject([
		{ title: 'Black cap × 2', total: 10000, order_state: 1, attempts: 1 },
	]);
	expect(state.deliveries).toMatchObject([{ attempt: 1, status: 200, failure: null }]);
	expect(stockOf(state, 'CAP-BLK')).toBe(10);
	expect(state.odoo).toBeNull();
});

test('a surge ends where the stock does, and is told to nobody beyond', async () => {
	const paid = (await (await send('purchases', { sku_code: 'MUG.01', buyers: 9 })).json()) as [];
	expect(paid).toHaveLength(3);
	const refused = await send('purchases', { sku_code: 'MUG.01' });
	expect(refused.status).toBe(400);
	expect(await refused.json()).toEqual({ error: 'Mug with a dot in its SKU: 0 left' });
	expect((await send('purchases', { sku_code: 'NONE' })).status).toBe(400);
	expect((await send('purchases', { sku_code: 'CAP-BLK', buyers: 0.5 })).status).toBe(400);
	await sandbox.waitUntilSettled();
	expect(sandbox.deliveries()).toHaveLength(3);
});

test('an order is shipped once, and given back, which is notified', async () => {
	const payment = sandbox.pay({ total: 100 });
	const { transaction_id } = payment;
	const parcel = { express_company: 'SF', tracking_no: 'SF1234567890' };
	expect((await send('console-shipments', { transaction_id })).status).toBe(400);
	expect((await send('console-shipments', { transaction_id, ...parcel })).status).toBe(201);
	expect((await send('console-shipments', { transaction_id, ...parcel })).status).toBe(400);
	const shipped = await untilShown(({ orders }) => orders[0]?.order_state === 2);
	expect(shipped.orders[0]?.parcels).toEqual([parcel]);
	expect((await send('returns', { transaction_id })).status).toBe(201);
	const refunded = await untilShown(({ deliveries }) => deliveries.length > 0);
	expect(refunded.orders).toMatchObject([{ order_state: 5, refunded: 100 }]);
	expect(refunded.deliveries).toMatchObject([{ event_type: 'REFUND.SUCCESS', failure: null }]);
});

test('trouble is turned on and off', async () => {
	await send('switches', { name: 'duplicates', on: true });
	await send('switches', { name: 'probes', on: true });
	await send('switches', { name: 'error', on: true });
	expect((await fetch(`${sandbox.url}/v3/certificates`)).status).toBe(500);
	await send('purchases', { sku_code: 'CAP-BLK' });
	const state = await untilShown(({ deliveries }) => deliveries.length === 6);
	expect(state.deliveries.filter(({ probe }) => probe)).toHaveLength(3);
	expect(state.switches.filter(({ on }) => on).map(({ name }) => name)).toEqual([
		'duplicates',
		'probes',
		'error',
	]);
	for (const name of ['duplicates', 'probes', 'error']) await send('switches', { name, on: false });
	expect(sandbox.phone.copies).toBe(1);
	expect(sandbox.shares.probes).toBe(0);
	expect((await fetch(`${sandbox.url}/v3/certificates`)).status).toBe(401);
	expect((await send('switches', { name: 'none' })).status).toBe(400);
});

test('notifications go where the operator says, once an address is given', async () => {
	sandbox.phone.notifyUrl = undefined;
	await send('purchases', { sku_code: 'CAP-BLK' });
	expect((await send('notify-url', { url: 'nowhere' })).status).toBe(400);
	expect((await send('notify-url', { url: `${receiver.url}/new` })).status).toBe(201);
	await send('purchases', { sku_code: 'CAP-BLK' });
	const state = await untilShown(({ deliveries }) => deliveries.length > 0);
	expect(state.notify_url).toBe(`${receiver.url}/new`);
	expect(sandbox.deliveries().map(({ url }) => url)).toEqual([`${receiver.url}/new`]);
});

test('orders of Odoo are shown where somebody reads them, and the last ones while it fails', async () => {
	const { transaction_id } = sandbox.pay({ total: 100 });
	const order = { name: 'S00001', state: 'sale', amount: '1.00 CNY', ordered: 1, reserved: 1 };
	const row = { ...order, transaction_id, activities: 0, url: 'http://127.0.0.1/odoo/sales/1' };
	let broken = false;
	sandbox.phone.readOdooOrders = async (ids) => {
		if (broken) throw new Error('Odoo is restarting');
		return ids.map(() => row);
	};
	const read = await untilShown(({ odoo }) => odoo?.orders.length === 1);
	expect(read.odoo).toEqual({ orders: [row], error: null });
	broken = true;
	const stale = await untilShown(({ odoo }) => odoo?.error !== null);
	expect(stale.odoo).toEqual({ orders: [row], error: 'Odoo is restarting' });
});

test('unpaid orders are shown with what became of their stock, and paid ones with their recipient', async () => {
	const line = { sku: 'CAP-BLK', name: 'Black cap', quantity: 1, unit_price_fen: 5000 };
	const order = sandbox.mall.place({ lines: [line] });
	const expires_at = '2026-11-22T13:55:00Z';
	order.hold = { state: 'held', status: 200, latency_ms: 5, expires_at };
	await send('purchases', { sku_code: 'CAP-BLK' });
	const state = await untilShown(({ orders }) => orders.length === 1);
	expect(state.unpaid).toEqual([
		{ out_trade_no: order.out_trade_no, title: 'Black cap × 1', state: 'held', expires_at },
	]);
	expect(state.orders[0]?.recipient).toMatch(/^示例买家1, /);
});
