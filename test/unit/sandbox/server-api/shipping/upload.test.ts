import type { Payment, Sandbox } from '../../../../../sandbox';
import { sharedSandbox } from '../../../../support/shared-sandbox';
import { caller, type Answer } from '../call';
import { at, parcel, split, upload } from './upload';

let sandbox: Sandbox;
let payment: Payment;
let call: (path: string, body: unknown) => Promise<Answer>;
const clock = { ms: Date.parse('2026-11-22T12:00:00+08:00') };

beforeAll(async () => {
	sandbox = await sharedSandbox({ now: () => clock.ms });
	call = caller(sandbox);
});
beforeEach(() => {
	payment = sandbox.pay({ total: 19800, payer_total: 19000 });
});
afterAll(async () => sandbox.stop());

const send = async (changed: object = {}): Promise<number | undefined> =>
	(await call('/wxa/sec/order/upload_shipping_info', upload(payment, changed))).json.errcode;
const order = async (): Promise<Record<string, unknown>> => {
	const { transaction_id } = payment;
	const { json } = await call('/wxa/sec/order/get_order', { transaction_id });
	return json.order as Record<string, unknown>;
};
const tracking = async (): Promise<string[]> => {
	const { shipping } = (await order()) as {
		shipping: { shipping_list: { tracking_no: string }[] };
	};
	return shipping.shipping_list.map(({ tracking_no }) => tracking_no);
};

test('one parcel: the order is shipped, and shows what was uploaded', async () => {
	expect(await order()).toEqual({
		transaction_id: payment.transaction_id,
		merchant_id: payment.mchid,
		sub_merchant_id: '',
		merchant_trade_no: payment.out_trade_no,
		description: '',
		paid_amount: 19000,
		openid: payment.payer.openid,
		trade_create_time: clock.ms / 1000,
		pay_time: clock.ms / 1000,
		order_state: 1,
		in_complaint: false,
		shipping: {},
	});
	const { mchid, out_trade_no } = payment;
	expect(await send({ order_key: { order_number_type: 1, mchid, out_trade_no } })).toBe(0);
	expect(await order()).toMatchObject({
		order_state: 2,
		description: '红色T恤*1',
		shipping: {
			delivery_mode: 1,
			logistics_type: 1,
			finish_shipping: true,
			finish_shipping_count: 1,
			shipping_list: [
				{
					tracking_no: 'ZTO1',
					express_company: 'ZTO',
					goods_desc: '红色T恤*1',
					upload_time: Date.parse('2026-11-22T11:00:00+08:00') / 1000,
				},
			],
		},
	});
	expect(sandbox.serverApi.uploads().at(-1)).toMatchObject({
		out_trade_no,
		upload_time: '2026-11-22T11:00:00.000+08:00',
		reshipment: false,
		combined: false,
	});
});

test('the same again changes nothing, a correction is taken once', async () => {
	expect([await send(), await send(), await send(at(1))]).toEqual([0, 10060023, 10060023]);
	const corrected = { shipping_list: [parcel('ZTO2')] };
	expect(await send({ ...corrected, upload_time: '2026-11-22T10:59:00+08:00' })).toBe(10060023);
	expect(await tracking()).toEqual(['ZTO1']);
	expect(await send({ ...corrected, ...at(2) })).toBe(0);
	expect(await order()).toMatchObject({ shipping: { finish_shipping_count: 2 } });
	expect(await send({ ...corrected, ...at(3) })).toBe(10060023);
	expect(await send({ shipping_list: [parcel('ZTO3')], ...at(3) })).toBe(10060003);
	expect(await tracking()).toEqual(['ZTO2']);
	const { transaction_id } = payment;
	const own = sandbox.serverApi.uploads().filter((one) => one.transaction_id === transaction_id);
	expect(own.map(({ reshipment }) => reshipment)).toEqual([false, true]);
});

test('split: parcels are added until all is delivered, without using up the correction', async () => {
	expect(await send(split([parcel('A')], false))).toBe(0);
	expect(await order()).toMatchObject({ order_state: 1, shipping: { finish_shipping: false } });
	expect(await send({ ...split([parcel('B')], false), ...at(1) })).toBe(0);
	expect(await send({ ...split([parcel('A'), parcel('B'), parcel('C')], true), ...at(2) })).toBe(0);
	expect(await tracking()).toEqual(['A', 'B', 'C']);
	expect(await order()).toMatchObject({ order_state: 2, shipping: { finish_shipping_count: 1 } });
	expect(await send({ ...split([parcel('D')], false), ...at(3) })).toBe(10060002);
	expect(await send({ ...split([parcel('D')], true), ...at(3) })).toBe(0);
	expect(await send({ ...split([parcel('E')], true), ...at(4) })).toBe(10060003);
});

test('the last part sent again after a lost answer is no correction', async () => {
	await send(split([parcel('A')], false));
	const last = { ...split([parcel('B')], true), ...at(1) };
	expect([await send(last), await send(last), await send({ ...last, ...at(2) })]).toEqual([
		0, 10060023, 10060023,
	]);
	expect(await tracking()).toEqual(['A', 'B']);
});

test('parcels of earlier uploads are forgotten when told so', async () => {
	sandbox.serverApi.rules.splitUploads = 'replace';
	await send(split([parcel('A')], false));
	await send({ ...split([parcel('B')], false), ...at(1) });
	sandbox.serverApi.rules.splitUploads = 'append';
	expect(await tracking()).toEqual(['B']);
});

test('another mode before the end uses up the correction', async () => {
	await send(split([parcel('A')], false));
	expect(await send(at(1))).toBe(0);
	expect(await order()).toMatchObject({ shipping: { finish_shipping_count: 1 } });
	expect(await send({ shipping_list: [parcel('ZTO9')], ...at(2) })).toBe(10060003);
});

test('fifteen parcels at most, over all uploads', async () => {
	const parcels = (from: number, count: number) =>
		Array.from({ length: count }, (_, index) => parcel(`P${from + index}`));
	expect(await send(split(parcels(0, 16), true))).toBe(10060024);
	expect(await send(split(parcels(0, 15), false))).toBe(0);
	expect(await send({ ...split(parcels(15, 1), true), ...at(1) })).toBe(10060024);
	expect(await send({ ...split(parcels(14, 1), true), ...at(1) })).toBe(0);
});

const long = 'x'.repeat(129);
test.each<[string, object, number]>([
	['no order', { order_key: undefined }, 10060014],
	['another number type', { order_key: { order_number_type: 3 } }, 268485194],
	['no transaction', { order_key: { order_number_type: 2 } }, 268485195],
	['no merchant', { order_key: { order_number_type: 1, out_trade_no: 'A' } }, 268485196],
	['no number', { order_key: { order_number_type: 1, mchid: '1900000001' } }, 268485197],
	['an unknown order', { order_key: { order_number_type: 2, transaction_id: '42' } }, 10060001],
	['another buyer', { payer: { openid: 'oSOMEBODYELSE' } }, 10060031],
	['no buyer', { payer: {} }, 10060014],
	['another type', { logistics_type: 5 }, 10060005],
	['another mode', { delivery_mode: 3 }, 268485224],
	['a split pick-up', { logistics_type: 4, delivery_mode: 2, is_all_delivered: true }, 10060006],
	['a split without end', { delivery_mode: 2 }, 10060007],
	['two parcels in one', { shipping_list: [parcel('A'), parcel('B')] }, 268485228],
	['no parcels', split([], true), 10060014],
	['an object for a list', { shipping_list: parcel('A') }, 47001],
	['no tracking number', { shipping_list: [parcel('')] }, 268485226],
	['a null', { shipping_list: [parcel('A', { contact: null })] }, 10060014],
	['no carrier', { shipping_list: [parcel('A', { express_company: '' })] }, 268485227],
	['a long number', { shipping_list: [parcel(long)] }, 10060026],
	['a long carrier', { shipping_list: [parcel('A', { express_company: long })] }, 10060025],
	["the Shop's carrier", { shipping_list: [parcel('A', { express_company: 'YUNDA' })] }, 10060014],
	['SF without contact', { shipping_list: [parcel('A', { express_company: 'SF' })] }, 10060014],
	['no description', { shipping_list: [parcel('A', { item_desc: '' })] }, 10060008],
	[
		'a long description',
		{ shipping_list: [parcel('A', { item_desc: '衣'.repeat(121) })] },
		10060009,
	],
	['no colon in the offset', { upload_time: '2026-11-22T11:00:00+0800' }, 268485216],
	['seconds', { upload_time: 1790000000 }, 268485216],
])('refuses %s, and keeps nothing', async (_name, changed, errcode) => {
	const before = sandbox.serverApi.uploads().length;
	expect(await send(changed)).toBe(errcode);
	expect(sandbox.serverApi.uploads()).toHaveLength(before);
	expect(await order()).toMatchObject({ order_state: 1, shipping: {} });
});

test.each([
	['189****1234', 0],
	['+86-177****1234', 0],
	['0**2-***1234', 0],
	['****123-8008', 0],
	['18912341234', 10060014],
	['189********', 10060014],
])('SF with the contact %s answers %i', async (receiver_contact, errcode) => {
	const contact = { contact: { receiver_contact } };
	const shipping_list = [parcel('SF1', { express_company: 'SF', ...contact })];
	expect(await send({ shipping_list })).toBe(errcode);
});

test('a description may have 120 characters, whatever they take', async () => {
	expect(await send({ shipping_list: [parcel('A', { item_desc: '👕'.repeat(120) })] })).toBe(0);
});

test.each([2, 3, 4])('type %i needs a description alone', async (logistics_type) => {
	expect(await send({ logistics_type, shipping_list: [{ item_desc: '话费*1' }] })).toBe(0);
	expect(await order()).toMatchObject({ order_state: 2, shipping: { logistics_type } });
});

test('a payment is seen after its delay, and only one in yuan of this mini program', async () => {
	const { rules } = sandbox.serverApi;
	rules.paymentVisibleAfterS = 60;
	clock.ms += 1000;
	payment = sandbox.pay({ total: 100 });
	expect(await send()).toBe(10060001);
	clock.ms += 59_000;
	expect(await send()).toBe(10060001);
	clock.ms += 1000;
	expect(await send()).toBe(0);
	rules.paymentVisibleAfterS = 0;
	payment = sandbox.pay({ total: 100, currency: 'USD' });
	expect(await send()).toBe(10060001);
});

test('what is refunded, confirmed or finished is not shipped', async () => {
	sandbox.refund(payment, { refund: 800 });
	expect(await send()).toBe(0);
	sandbox.refund(payment, { refund: 19000 });
	expect(await order()).toMatchObject({ order_state: 5 });
	expect(await send({ shipping_list: [parcel('B')], ...at(1) })).toBe(10060004);
	payment = sandbox.pay({ total: 100 });
	sandbox.serverApi.moveOrder(payment, { order_state: 3, in_complaint: true });
	expect(await order()).toMatchObject({ order_state: 3, in_complaint: true });
	expect(await send()).toBe(10060004);
});
