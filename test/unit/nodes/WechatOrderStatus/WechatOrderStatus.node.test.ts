import type { ICredentialTestFunctions, IDataObject, INode } from 'n8n-workflow';

import { WechatOrderStatus } from '../../../../nodes/WechatOrderStatus/WechatOrderStatus.node';
import type { Sandbox } from '../../../../sandbox';
import { sharedSandbox } from '../../../support/shared-sandbox';
import type { Payment } from '../../../../sandbox/payments/payment';
import { runNode } from '../../../support/engine';
import { miniProgramFields } from '../../../support/server-api-credentials';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await sharedSandbox();
});
afterEach(() => {
	sandbox.faults.clear();
	Object.assign(sandbox.serverApi.rules, {
		splitUploads: 'append',
		blockedIp: null,
		paymentVisibleAfterS: 0,
	});
});
afterAll(async () => sandbox.stop());

const NO_WAIT = { uploadOptions: { waitMinutes: 0 } };
const run = async (
	items: IDataObject[],
	parameters: INode['parameters'] = {},
	settings: Pick<INode, 'onError'> = {},
) =>
	await runNode(
		new WechatOrderStatus(),
		{ resource: 'shipment', operation: 'upload', ...NO_WAIT, ...parameters },
		items,
		miniProgramFields(sandbox),
		settings,
	);

/** A shipment as Odoo Sale and Odoo Trigger give it. */
const shipped = (payment: Payment, shipment: IDataObject = {}): IDataObject => ({
	mchid: payment.mchid,
	out_trade_no: payment.out_trade_no,
	transaction_id: payment.transaction_id,
	openid: payment.payer.openid,
	shipment: {
		picking_id: 7,
		name: 'WH/OUT/00007',
		state: 'done',
		date_done: '2026-11-24T00:00:00Z',
		carrier: { name: 'ZTO Express' },
		carrier_tracking_ref: 'ZT1',
		lines: [{ product: 'Red tee, M', sku: 'TEE-RED-M', name: 'Red tee, M', quantity: 2 }],
		backorder: false,
		...shipment,
	},
});
const uploadsOf = ({ transaction_id }: Payment) =>
	sandbox.serverApi.uploads().filter((one) => one.transaction_id === transaction_id);
const numbersOf = (payment: Payment): string[] => {
	const { shipping } = sandbox.serverApi.shippingOrder(payment) as {
		shipping: { shipping_list?: Array<{ tracking_no: string }> };
	};
	return (shipping.shipping_list ?? []).map(({ tracking_no }) => tracking_no).sort();
};

describe('uploading a shipment', () => {
	it('tells WeChat one parcel, once, however often it runs', async () => {
		const payment = sandbox.pay({ total: 9900 });
		const [first] = await run([shipped(payment)]);
		expect(first).toMatchObject([
			{
				json: {
					out_trade_no: payment.out_trade_no,
					shipping: { status: 'uploaded', delivery_mode: 1, correction: false },
				},
				pairedItem: { item: 0 },
			},
		]);
		const [again] = await run([shipped(payment)]);
		expect(again).toMatchObject([{ json: { shipping: { status: 'unchanged' } } }]);
		expect(uploadsOf(payment)).toMatchObject([
			{
				logistics_type: 1,
				delivery_mode: 1,
				shipping_list: [{ tracking_no: 'ZT1', express_company: 'ZTO', item_desc: 'Red tee, M ×2' }],
				reshipment: false,
			},
		]);
	});

	it.each(['append', 'replace'] as const)(
		'uploads three parcels and a back-order where WeChat would %s them',
		async (splitUploads) => {
			sandbox.serverApi.rules.splitUploads = splitUploads;
			const payment = sandbox.pay({ total: 9900 });
			const part = shipped(payment, { carrier_tracking_ref: 'A1, A2, A3', backorder: true });
			const rest = shipped(payment, { carrier_tracking_ref: 'B1' });
			const [uploaded] = await run([part, rest, part]);
			expect(uploaded?.map(({ json }) => (json.shipping as IDataObject).status)).toEqual([
				'uploaded',
				'uploaded',
				'unchanged',
			]);
			expect(numbersOf(payment)).toEqual(['A1', 'A2', 'A3', 'B1']);
			const uploads = uploadsOf(payment);
			expect(uploads.map(({ is_all_delivered }) => is_all_delivered)).toEqual([false, true]);
			expect(uploads.some(({ reshipment }) => reshipment)).toBe(false);
			const [one, two] = uploads.map(({ upload_time }) => Date.parse(upload_time));
			expect(two).toBeGreaterThan(one!);
		},
	);

	it.each([
		['the answer is lost', { kind: 'dropped' }],
		['the call is lost on its way', { kind: 'error', status: 502 }],
		['it is done and answered with 503', { kind: 'error', status: 503, done: true }],
		['WeChat is busy', { kind: 'refusal', errcode: -1 }],
	] as const)('uploads once when %s', async (_, fault) => {
		const payment = sandbox.pay({ total: 9900 });
		sandbox.faults.add({ ...fault, path: '/wxa/sec/order/upload_shipping_info', times: 1 });
		const [uploaded] = await run([shipped(payment)]);
		expect(uploaded).toMatchObject([{ json: { shipping: { status: 'uploaded' } } }]);
		expect(uploadsOf(payment)).toMatchObject([{ reshipment: false }]);
	});

	it('parts items by output: unknown carrier, no number yet, unseen and refunded payments', async () => {
		const [unknown, early, unseen, refunded, fine] = Array.from({ length: 5 }, () =>
			sandbox.pay({ total: 9900 }),
		) as [Payment, Payment, Payment, Payment, Payment];
		sandbox.refund(refunded, { refund: 9900 });
		const outputs = await run([
			shipped(unknown, { carrier: { name: 'Local van' } }),
			shipped(early, { carrier_tracking_ref: false, carrier: false }),
			{ ...shipped(unseen), transaction_id: '4200000000000000000000000000' },
			shipped(refunded),
			shipped(fine),
		]);
		const told = outputs.map((items) =>
			items.map(({ json, pairedItem }) => [
				(pairedItem as { item: number }).item,
				(json.shipping as IDataObject).status,
				(json.shipping as IDataObject).reason,
			]),
		);
		expect(told).toEqual([
			[[4, 'uploaded', undefined]],
			[[0, 'unknown_carrier', 'unknown_carrier']],
			[
				[1, 'waiting', 'no_tracking_number'],
				[2, 'waiting', 'payment_unseen'],
			],
			[[3, 'needs_review', 'refunded']],
		]);
	});

	it('asks a person before it uses the one correction up, and cannot use it twice', async () => {
		const payment = sandbox.pay({ total: 9900 });
		await run([shipped(payment)]);
		const other = shipped(payment, { carrier_tracking_ref: 'ZT2' });
		const [, , , review] = await run([other]);
		expect(review).toMatchObject([{ json: { shipping: { reason: 'already_shipped' } } }]);
		expect(numbersOf(payment)).toEqual(['ZT1']);
		const [replaced] = await run([other], { ifShipped: 'replace' });
		expect(replaced).toMatchObject([{ json: { shipping: { correction: true } } }]);
		expect(numbersOf(payment)).toEqual(['ZT2']);
		const third = shipped(payment, { carrier_tracking_ref: 'ZT3' });
		const [, , , used] = await run([third], { ifShipped: 'replace' });
		expect(used).toMatchObject([{ json: { shipping: { reason: 'correction_used' } } }]);
		expect(uploadsOf(payment).map(({ reshipment }) => reshipment)).toEqual([false, true]);
	});

	it('sends SF a masked phone number, the sender’s or the recipient’s', async () => {
		const [one, two, none] = [1, 2, 3].map(() => sandbox.pay({ total: 9900 })) as [
			Payment,
			Payment,
			Payment,
		];
		const sf = { carrier: { name: '顺丰速运' } };
		const address = { phone: '+86 139 1234 0000' };
		await run([{ ...shipped(one, sf), address }]);
		await run([shipped(two, sf)], {
			uploadOptions: { waitMinutes: 0, senderPhone: '13812345678' },
		});
		expect([one, two].map((payment) => uploadsOf(payment)[0]?.shipping_list[0]?.contact)).toEqual([
			{ receiver_contact: '139****0000' },
			{ consignor_contact: '138****5678' },
		]);
		await expect(run([shipped(none, sf)])).rejects.toMatchObject({
			description: expect.stringContaining('SHIPPING_CONTACT_MISSING'),
			context: { itemIndex: 0 },
		});
	});

	it('takes a carrier from the table of the node', async () => {
		const payment = sandbox.pay({ total: 9900 });
		const row = [{ odoo: 'Local van', deliveryId: { __rl: true, mode: 'id', value: 'STO' } }];
		const [uploaded] = await run([shipped(payment, { carrier: { name: 'Local van' } })], {
			carriers: { row },
		});
		expect(uploaded).toHaveLength(1);
		expect(uploadsOf(payment)).toMatchObject([{ shipping_list: [{ express_company: 'STO' }] }]);
	});

	it.each([
		['local', 2],
		['virtual', 3],
		['pickUp', 4],
	])('needs no carrier with %s', async (logistics, type) => {
		const payment = sandbox.pay({ total: 9900 });
		const [uploaded] = await run([shipped(payment, { carrier_tracking_ref: false })], {
			logistics,
		});
		expect(uploaded).toHaveLength(1);
		expect(uploadsOf(payment)).toMatchObject([{ logistics_type: type, delivery_mode: 1 }]);
	});

	it('names payments by the shop’s number, too', async () => {
		const payment = sandbox.pay({ total: 9900 });
		const [uploaded] = await run([shipped(payment)], { lookUpBy: 'out_trade_no' });
		expect(uploaded).toHaveLength(1);
		expect(uploadsOf(payment)).toHaveLength(1);
	});

	it('uploads nothing in a dry run', async () => {
		const payment = sandbox.pay({ total: 9900 });
		const [would] = await run([shipped(payment)], { dryRun: true });
		expect(would).toMatchObject([{ json: { shipping: { status: 'would_upload' } } }]);
		expect(uploadsOf(payment)).toEqual([]);
	});

	it('sends a failing item by the first output when it is to continue, and goes on with the others', async () => {
		const payments = [sandbox.pay({ total: 9900 }), sandbox.pay({ total: 9900 })];
		const items = payments.map((payment) => shipped(payment));
		items[0] = { ...items[0]!, openid: 'someone-else' };
		const [uploaded, , , review] = await run(items, {}, { onError: 'continueRegularOutput' });
		expect(uploaded).toMatchObject([
			{
				json: { error: expect.stringContaining('10060031'), openid: 'someone-else' },
				pairedItem: { item: 0 },
			},
			{ pairedItem: { item: 1 } },
		]);
		expect(review).toEqual([]);
		expect(String(review?.[0]?.json.error)).not.toContain('someone-else');
	});

	it('uploads the payments of a combined payment in one call, and again only what is missing', async () => {
		const payments = [1, 2].map(() => sandbox.pay({ total: 5000 }));
		const combined = sandbox.combine(payments);
		const items = payments.map((payment, index) => ({
			...shipped(payment, { carrier_tracking_ref: `C${index}` }),
			combine_mchid: payment.mchid,
			combine_out_trade_no: combined.combine_out_trade_no,
		}));
		const operation = 'uploadCombined';
		const [uploaded] = await run(items, { operation });
		expect(uploaded).toHaveLength(2);
		expect(payments.map((payment) => uploadsOf(payment)[0]?.combined)).toEqual([true, true]);
		const [again] = await run(items, { operation });
		expect(again?.map(({ json }) => (json.shipping as IDataObject).status)).toEqual([
			'unchanged',
			'unchanged',
		]);
		expect(payments.flatMap(uploadsOf)).toHaveLength(2);
	});
});

describe('orders and carriers', () => {
	it('looks an order up, and lists those that are to be shipped', async () => {
		const [payment, other] = [sandbox.pay({ total: 9900 }), sandbox.pay({ total: 100 })];
		await run([shipped(payment)]);
		const [found] = await run([shipped(payment)], { resource: 'order', operation: 'get' });
		expect(found).toMatchObject([
			{
				json: {
					out_trade_no: payment.out_trade_no,
					wechat_order: {
						transaction_id: payment.transaction_id,
						order_state: 2,
						shipping: { shipping_list: [{ tracking_no: 'ZT1' }] },
					},
				},
			},
		]);
		const [open = []] = await run([{}], {
			resource: 'order',
			operation: 'getMany',
			returnAll: true,
		});
		const numbers = open.map(({ json }) => json.transaction_id);
		expect(numbers).toContain(other.transaction_id);
		expect(numbers).not.toContain(payment.transaction_id);
		const [some] = await run([{}], {
			resource: 'order',
			operation: 'getMany',
			orderState: 0,
			limit: 3,
		});
		expect(some).toHaveLength(3);
		const missing = { transaction_id: '4200000000000000000000000000' };
		await expect(run([missing], { resource: 'order', operation: 'get' })).rejects.toMatchObject({
			message: expect.stringContaining('10060001'),
		});
	});

	it('reminds a buyer once', async () => {
		const payment = sandbox.pay({ total: 9900 });
		const remind = async (more: INode['parameters'] = {}) => {
			const soon = new Date(Date.now() + 60_000).toISOString();
			const [[item] = []] = await run([shipped(payment)], {
				resource: 'order',
				operation: 'remind',
				receivedAt: soon,
				...more,
			});
			return (item?.json.reminder as IDataObject).status;
		};
		expect(await remind({ dryRun: true })).toBe('would_remind');
		expect(await remind()).toBe('not_shipped');
		await run([shipped(payment)]);
		expect(await remind()).toBe('reminded');
		expect(await remind()).toBe('already_reminded');
	});

	it('lists carriers, read once a day', async () => {
		const list = { resource: 'carrier', operation: 'getMany' };
		const [some] = await run([{}], { ...list, search: '顺丰' });
		expect(some?.map(({ json }) => json.delivery_id)).toEqual(
			expect.arrayContaining(['SF', 'SFB2C']),
		);
		const before = sandbox.calls().filter(({ target }) => target.includes('get_delivery_list'));
		await run([{}], list);
		const after = sandbox.calls().filter(({ target }) => target.includes('get_delivery_list'));
		expect(after).toHaveLength(before.length);
	});
});

describe('the token', () => {
	it('is shared by executions, and replaced once when WeChat ends it', async () => {
		const list = { resource: 'order', operation: 'getMany' };
		await run([{}], list);
		const issued = sandbox.serverApi.tokens().length;
		await run([{}], list);
		expect(sandbox.serverApi.tokens()).toHaveLength(issued);
		for (const how of ['invalidated', 'expired'] as const) {
			sandbox.serverApi.endTokens(how);
			await expect(run([{}], list)).resolves.toBeDefined();
		}
		expect(sandbox.serverApi.tokens()).toHaveLength(issued + 2);
	});

	const test = async (changes: object = {}) =>
		await new WechatOrderStatus().methods.credentialTest.wechatMiniProgramApiTest.call(
			{} as ICredentialTestFunctions,
			{
				id: '1',
				name: 'x',
				type: 'wechatMiniProgramApi',
				data: { ...miniProgramFields(sandbox), ...changes },
			},
		);

	it('is tested: fine, wrong AppSecret, wrong AppID, blocked address, no server', async () => {
		expect(await test()).toMatchObject({
			status: 'OK',
			message: expect.stringContaining('Management is on'),
		});
		expect(await test({ secret: '0'.repeat(32) })).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('AppSecret'),
		});
		expect(await test({ appid: 'wx0000000000000000' })).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('AppID'),
		});
		sandbox.serverApi.rules.blockedIp = '203.0.113.9';
		expect(await test()).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/203\.0\.113\.9.*IP白名单/),
		});
		expect(await test({ baseUrl: 'http://127.0.0.1:9' })).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('127.0.0.1:9'),
		});
	});

	it('may come from the merchant’s own server', async () => {
		const fields = { ...miniProgramFields(sandbox), secret: '' };
		const { appid, secret } = sandbox.serverApi.miniProgram;
		const query = new URLSearchParams({ grant_type: 'client_credential', appid, secret });
		// WeChat's older call answers GET with the same fields as a token server.
		const tokenUrl = `${sandbox.url}/cgi-bin/token?${query}`;
		const server = { ...fields, tokenFrom: 'server', tokenUrl, tokenSecret: 'shared' };
		expect(await test(server)).toMatchObject({ status: 'OK' });
	});
});

it('checks the account with the token that uploads use', async () => {
	const parameters = { resource: 'account', operation: 'check' };
	const [[item] = []] = await run([{ kept: true }], parameters);
	expect(item?.json).toMatchObject({
		kept: true,
		mini_program: {
			appid: sandbox.serverApi.miniProgram.appid,
			token: 'valid',
			proved: expect.any(String),
		},
	});
});
