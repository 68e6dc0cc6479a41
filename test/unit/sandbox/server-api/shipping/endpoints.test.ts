import type { Credentials, Payment, Sandbox } from '../../../../../sandbox';
import { sharedCredentials, sharedSandbox } from '../../../../support/shared-sandbox';
import { caller, type Answer } from '../call';
import { at, parcel, upload } from './upload';

let credentials: Credentials;
let sandbox: Sandbox;
let call: (name: string, body: unknown) => Promise<Answer>;
const clock = { ms: Date.parse('2026-11-22T12:00:00+08:00') };

beforeAll(async () => {
	credentials = await sharedCredentials();
});
beforeEach(async () => {
	sandbox = await sharedSandbox({ credentials, now: () => clock.ms });
	const calling = caller(sandbox);
	call = async (name, body) => await calling(`/wxa/sec/order/${name}`, body);
});
afterEach(async () => sandbox.stop());

const errcode = async (name: string, body: unknown) => (await call(name, body)).json.errcode;

describe('combined payments', () => {
	const subOrder = ({ transaction_id }: Payment, tracking_no: string, changed: object = {}) => ({
		order_key: { order_number_type: 2, transaction_id },
		logistics_type: 1,
		delivery_mode: 1,
		shipping_list: [parcel(tracking_no)],
		...changed,
	});
	const combined = () => {
		const [a, b] = [sandbox.pay({ total: 100 }), sandbox.pay({ total: 200 })];
		const { combine_out_trade_no, openid } = sandbox.combine([a, b]);
		const body = {
			order_key: { order_number_type: 2, transaction_id: a.transaction_id },
			sub_orders: [subOrder(a, 'A'), subOrder(b, 'B')],
			...at(0),
			payer: { openid },
		};
		return { a, b, body, combine_out_trade_no };
	};
	const send = async (body: unknown) => await errcode('upload_combined_shipping_info', body);

	test('each payment gets its own shipping', async () => {
		const { body, a, b } = combined();
		expect(await send(body)).toBe(0);
		expect(sandbox.serverApi.uploads()).toMatchObject([
			{ transaction_id: a.transaction_id, combined: true },
			{ transaction_id: b.transaction_id, combined: true },
		]);
		expect(sandbox.serverApi.shippingOrder(b)).toMatchObject({ order_state: 2 });
	});

	test('the parent may be named by its own number', async () => {
		const { body, a, b, combine_out_trade_no } = combined();
		const key = (out_trade_no: string) => ({
			order_key: { order_number_type: 1, mchid: a.mchid, out_trade_no },
		});
		const sub_orders = [a, b].map((one) => subOrder(one, 'A', key(one.out_trade_no)));
		expect(await send({ ...body, ...key(combine_out_trade_no), sub_orders })).toBe(0);
	});

	test('refuses all when one is wrong', async () => {
		const { body, a, b } = combined();
		const stranger = sandbox.pay({ total: 1 });
		const key = {
			order_key: { order_number_type: 1, mchid: a.mchid, out_trade_no: a.out_trade_no },
		};
		const cases: [object, number][] = [
			[{ sub_orders: [subOrder(a, 'A'), subOrder(a, 'A')] }, 10060013],
			[{ sub_orders: [subOrder(a, 'A', key)] }, 268485253],
			[{ sub_orders: [subOrder(a, 'A'), subOrder(stranger, 'B')] }, 10060001],
			[{ sub_orders: [subOrder(a, 'A'), subOrder(b, '')] }, 268485226],
			[{ sub_orders: [] }, 10060014],
			[{ payer: { openid: 'oSOMEBODYELSE' } }, 10060031],
			[{ order_key: { order_number_type: 2, transaction_id: '42' } }, 10060001],
		];
		for (const [changed, code] of cases) expect(await send({ ...body, ...changed })).toBe(code);
		expect(sandbox.serverApi.uploads()).toEqual([]);
	});
});

test('get_order takes either number, and says when there is none', async () => {
	const { mchid, out_trade_no } = sandbox.pay({ total: 100 });
	const numbers = { merchant_id: mchid, merchant_trade_no: out_trade_no };
	expect((await call('get_order', numbers)).json.order).toMatchObject(numbers);
	expect(await errcode('get_order', { ...numbers, merchant_id: '1' })).toBe(10060001);
	expect(await errcode('get_order', { merchant_trade_no: out_trade_no })).toBe(10060014);
});

test('get_order_list pages and filters', async () => {
	const seconds = clock.ms / 1000;
	const paid = [0, 60, 120].map((later) => {
		clock.ms = (seconds + later) * 1000;
		return sandbox.pay({ total: 100, openid: `oBUYER${later % 120}` });
	});
	await call('upload_shipping_info', upload(paid[1]!));
	const list = async (body: object) => {
		const { json } = await call('get_order_list', body);
		const orders = json.order_list as { transaction_id: string }[];
		const found = orders.map(({ transaction_id: id }) =>
			paid.findIndex(({ transaction_id }) => transaction_id === id),
		);
		return { found, last_index: json.last_index, has_more: json.has_more };
	};
	const first = await list({ page_size: 2 });
	expect(first).toMatchObject({ found: [0, 1], has_more: true });
	expect(await list({ page_size: 2, last_index: first.last_index })).toMatchObject({
		found: [2],
		has_more: false,
	});
	expect((await list({ order_state: 2 })).found).toEqual([1]);
	expect((await list({ openid: 'oBUYER0' })).found).toEqual([0, 2]);
	const range = { begin_time: seconds + 1, end_time: seconds + 120 };
	expect((await list({ pay_time_range: range })).found).toEqual([1, 2]);
	expect(await list({ pay_time_range: { end_time: seconds - 1 } })).toEqual({
		found: [],
		last_index: '',
		has_more: false,
	});
	expect(await errcode('get_order_list', { last_index: 'nowhere' })).toBe(10060011);
	expect(await errcode('get_order_list', { page_size: 0 })).toBe(10060014);
});

test('a buyer is reminded once, after shipping by express', async () => {
	const payment = sandbox.pay({ total: 100 });
	const { transaction_id } = payment;
	const shippedAt = Date.parse('2026-11-22T11:00:00+08:00') / 1000;
	const remind = async (received_time?: number) =>
		await errcode('notify_confirm_receive', { transaction_id, received_time });
	expect(await remind(shippedAt + 1)).toBe(10060028);
	await call('upload_shipping_info', upload(payment));
	expect([await remind(), await remind(shippedAt)]).toEqual([10060014, 10060029]);
	expect([await remind(shippedAt + 1), await remind(shippedAt + 1)]).toEqual([0, 10060030]);
	const pickUp = sandbox.pay({ total: 100 });
	const list = [{ item_desc: 'T恤*1' }];
	await call('upload_shipping_info', upload(pickUp, { logistics_type: 4, shipping_list: list }));
	const body = { transaction_id: pickUp.transaction_id, received_time: shippedAt + 1 };
	expect(await errcode('notify_confirm_receive', body)).toBe(10060032);
});

test('tells whether it is switched on, and answers 48001 as long as it is not', async () => {
	const { appid } = sandbox.serverApi.miniProgram;
	expect((await call('is_trade_managed', { appid })).json.is_trade_managed).toBe(true);
	const completed = 'is_trade_management_confirmation_completed';
	expect((await call(completed, { appid })).json.completed).toBe(true);
	Object.assign(sandbox.serverApi.rules, { tradeManaged: false, confirmationCompleted: false });
	expect((await call('is_trade_managed', { appid })).json.is_trade_managed).toBe(false);
	expect((await call(completed, { appid })).json.completed).toBe(false);
	expect(await errcode('get_order_list', {})).toBe(48001);
	expect(await errcode('is_trade_managed', {})).toBe(40097);
	expect(await errcode('is_trade_managed', { appid: 'wx0000000000000000' })).toBe(40013);
});

test('a special report is about an order that waits, with a date that fits', async () => {
	const { transaction_id, out_trade_no } = sandbox.pay({ total: 100 });
	const day = (days: number) => clock.ms / 1000 + days * 24 * 3600;
	const report = async (order_id: string, type: number, delay_to?: number) =>
		await errcode('opspecialorder', { order_id, type, delay_to });
	expect(await report(transaction_id, 1, day(14))).toBe(268546001);
	expect(await report(transaction_id, 1)).toBe(268546001);
	expect(await report(transaction_id, 1, day(16))).toBe(0);
	expect(await report(out_trade_no, 2)).toBe(0);
	expect(await report(transaction_id, 3)).toBe(268546000);
	expect(await report('42', 2)).toBe(268546002);
});

test('the page of messages can be set, and the carriers asked for', async () => {
	expect(await errcode('set_msg_jump_path', { path: 'pages/order' })).toBe(0);
	const path = '/cgi-bin/express/delivery/open_msg/get_delivery_list';
	const { json } = await caller(sandbox)(path, {});
	expect(json.delivery_list).toContainEqual({ delivery_id: 'YD', delivery_name: '韵达速递' });
	expect(json.count).toBe((json.delivery_list as unknown[]).length);
});
