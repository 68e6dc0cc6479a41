import type { Sandbox } from '../../../../sandbox';
import { sharedSandbox } from '../../../support/shared-sandbox';

let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await sharedSandbox();
});
afterEach(async () => await sandbox.stop());

const LINES = [{ sku: 'TEE-RED-M', quantity: 2, unit_price_fen: 9900 }];

test('an order has its total from lines, shipping and discount, and is found by its number', () => {
	const recipient = { name: 'A', phone: '1', country: 'CN', province: '', city: '' };
	const whole = { ...recipient, district: '', street: 'Sample', postcode: '' };
	const placed = sandbox.mall.place({
		lines: LINES,
		shipping_fen: 1200,
		discount_fen: 500,
		recipient: whole,
	});
	expect(placed.total_fen).toBe(20500);
	expect(sandbox.mall.order(placed.out_trade_no)).toEqual(placed);
	expect(placed.recipient).toEqual(whole);
	const payment = sandbox.pay({ total: placed.total_fen, out_trade_no: placed.out_trade_no });
	expect(payment.out_trade_no).toBe(placed.out_trade_no);
});

test('a number is taken once, and a basket without a total is refused', () => {
	sandbox.mall.place({ lines: LINES }, 'M1');
	expect(() => sandbox.mall.place({ lines: LINES }, 'M1')).toThrow('M1 is already taken');
	expect(() => sandbox.mall.place({ lines: [] })).toThrow('no total');
	expect(() => sandbox.mall.place({ lines: LINES, discount_fen: 19800 })).toThrow('no total');
	expect(sandbox.mall.orders()).toHaveLength(1);
});

test('orders are placed and read over the control routes', async () => {
	const url = `${sandbox.url}/sandbox/mall-orders`;
	const body = JSON.stringify({ lines: LINES, remark: 'Ring twice', out_trade_no: 'M2' });
	expect((await fetch(url, { method: 'POST', body })).status).toBe(201);
	expect((await fetch(url, { method: 'POST', body })).status).toBe(400);
	expect(await (await fetch(url)).json()).toMatchObject([
		{ out_trade_no: 'M2', total_fen: 19800, remark: 'Ring twice' },
	]);
});
