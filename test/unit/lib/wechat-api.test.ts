import { downloadHttp, sendHttp, type HttpCallContext } from '../../../lib/core/http';
import { keyedQueue } from '../../../lib/core/keyed-queue';
import { accessTokens, requestToken } from '../../../lib/wechat-api/access-token';
import { callWechatApi, type OpenApiAccount } from '../../../lib/wechat-api/call';
import { checkApiAccount } from '../../../lib/wechat-api/check-account';
import { keepPace } from '../../../lib/wechat-api/pace';
import type { Parcel } from '../../../lib/wechat-api/shipping/shipment';
import { uploadShipments } from '../../../lib/wechat-api/shipping/upload-shipments';
import { fetchCatalogue } from '../../../lib/wechat-api/stock/catalogue';
import { writeStocks } from '../../../lib/wechat-api/stock/write-stocks';
import type { Payment, Sandbox } from '../../../sandbox';
import { sharedSandbox } from '../../support/shared-sandbox';

/** What lib does, with WeChat's own answers in place of those that a test makes up. */
let sandbox: Sandbox;
const clock = { ms: Date.parse('2026-11-22T12:00:00+08:00') };
const context: HttpCallContext = {
	send: sendHttp,
	download: downloadHttp,
	now: () => clock.ms,
	monotonic: () => clock.ms,
	random: () => 0.5,
	sleep: async (ms) => {
		clock.ms += ms;
	},
};

beforeAll(async () => {
	sandbox = await sharedSandbox({ now: () => clock.ms });
});
afterEach(() => {
	sandbox.faults.clear();
	Object.assign(sandbox.serverApi.rules, {
		paymentVisibleAfterS: 0,
		blockedIp: null,
		shopIdsAsNumbers: false,
		splitUploads: 'append',
	});
});
afterAll(async () => sandbox.stop());

function account(kind: 'miniProgram' | 'shop'): OpenApiAccount {
	const { appid, secret } = sandbox.serverApi[kind === 'shop' ? 'shopAccount' : kind];
	const tokens = { from: 'wechat' as const, secret };
	const closed = { kind, appid, baseUrl: sandbox.url, tokens };
	return {
		...closed,
		accessToken: accessTokens(
			async () => requestToken(closed, context),
			() => clock.ms,
		),
	};
}

describe('tokens', () => {
	test('the check of a credential names what is wrong', async () => {
		expect(await checkApiAccount(account('miniProgram'), context)).toContain('is on');
		expect(await checkApiAccount(account('shop'), context)).toContain('answered');
		sandbox.serverApi.rules.blockedIp = '118.190.42.90';
		await expect(checkApiAccount(account('shop'), context)).rejects.toMatchObject({
			message: expect.stringContaining('118.190.42.90') as string,
		});
	});

	test.each(['invalidated', 'expired'] as const)('one that is %s is replaced', async (how) => {
		const mine = account('miniProgram');
		await checkApiAccount(mine, context);
		sandbox.serverApi.endTokens(how);
		expect(await checkApiAccount(mine, context)).toContain('answered');
	});

	test('a token of the other kind of account is told as such', async () => {
		const wrong = { ...account('miniProgram'), accessToken: account('shop').accessToken };
		const call = { path: '/wxa/sec/order/get_order_list', body: {}, repeatable: true };
		await expect(callWechatApi(wrong, call, context)).rejects.toThrow('48001');
	});
});

describe('shipping', () => {
	const queue = keyedQueue();
	const ship = async (
		payment: Payment,
		parcels: Parcel[],
		{ allDelivered = true, ifShipped = 'review' as const, waitMs = 0 } = {},
	) => {
		const { transaction_id, payer, success_time } = payment;
		const shipment = {
			payment: { transaction_id },
			openid: payer.openid,
			logistics: 'express' as const,
			parcels,
			allDelivered,
		};
		const job = { shipments: [shipment], paidAt: Date.parse(success_time) };
		const options = { ifShipped, dryRun: false, waitMs, queue };
		const [result] = await uploadShipments(account('miniProgram'), [job], options, context);
		if (!result || 'error' in result) throw result?.error;
		clock.ms += 1000;
		return result.outcomes[0]!;
	};
	const parcel = (tracking_no: string): Parcel => ({
		tracking_no,
		express_company: 'ZTO',
		item_desc: 'T恤*1',
	});
	const shipped = (payment: Payment) => {
		const { shipping } = sandbox.serverApi.shippingOrder(payment) as {
			shipping: { finish_shipping_count?: number; shipping_list?: { tracking_no: string }[] };
		};
		return {
			count: shipping.finish_shipping_count,
			numbers: (shipping.shipping_list ?? []).map(({ tracking_no }) => tracking_no),
		};
	};
	const accepted = ({ transaction_id }: Payment) =>
		sandbox.serverApi.uploads().filter((one) => one.transaction_id === transaction_id).length;

	test.each([
		{ kind: 'dropped' as const },
		{ kind: 'error' as const, done: true },
		{ kind: 'error' as const },
		{ kind: 'refusal' as const },
	])('one parcel arrives once, whatever becomes of the answer: %j', async (fault) => {
		const payment = sandbox.pay({ total: 100 });
		sandbox.faults.add({ ...fault, path: '/wxa/sec/order/upload', times: 1 });
		expect(await ship(payment, [parcel('A')])).toMatchObject({ status: 'uploaded' });
		expect(await ship(payment, [parcel('A')])).toMatchObject({ status: 'unchanged' });
		expect(accepted(payment)).toBe(1);
		expect(shipped(payment)).toEqual({ count: 1, numbers: ['A'] });
	});

	test.each(['append', 'replace'] as const)(
		'three parcels, one after the other, where WeChat would %s them',
		async (splitUploads) => {
			sandbox.serverApi.rules.splitUploads = splitUploads;
			const payment = sandbox.pay({ total: 100 });
			await ship(payment, [parcel('A')], { allDelivered: false });
			await ship(payment, [parcel('B')], { allDelivered: false });
			await ship(payment, [parcel('B')], { allDelivered: false });
			await ship(payment, [parcel('C')]);
			await ship(payment, [parcel('C')]);
			expect(shipped(payment)).toEqual({ count: 1, numbers: ['A', 'B', 'C'] });
			expect(accepted(payment)).toBe(3);
		},
	);

	test('the one correction is left to a person', async () => {
		const payment = sandbox.pay({ total: 100 });
		await ship(payment, [parcel('A')]);
		expect(await ship(payment, [parcel('B')])).toMatchObject({
			status: 'needs_review',
			reason: 'already_shipped',
		});
		expect(shipped(payment)).toEqual({ count: 1, numbers: ['A'] });
	});

	test('a payment that WeChat does not see yet is waited for', async () => {
		sandbox.serverApi.rules.paymentVisibleAfterS = 90;
		const payment = sandbox.pay({ total: 100 });
		expect(await ship(payment, [parcel('A')], { waitMs: 600_000 })).toMatchObject({
			status: 'uploaded',
		});
		expect(accepted(payment)).toBe(1);
	});
});

describe('stock', () => {
	const pace = () => keepPace(() => ({ perMinute: 1000, perKeyMs: 0 }), context);
	const product = () => sandbox.serverApi.shop.addProduct({ skus: [{ stock_num: 10 }] });
	const write = async ({ product_id, skus }: ReturnType<typeof product>, quantity: number) => {
		const { sku_id } = skus[0]!;
		const as_of = new Date(clock.ms).toISOString();
		const update = { sku: 'TEE', product_id, sku_id, quantity, version: clock.ms, as_of };
		const options = { dryRun: false, pace: pace(), queue: keyedQueue(), newestVersions: new Map() };
		const [result] = await writeStocks(account('shop'), [update], options, context);
		if (!result || 'error' in result) throw result?.error;
		return result.outcome.status;
	};

	test.each([
		{ kind: 'dropped' as const },
		{ kind: 'error' as const, done: true },
		{ kind: 'error' as const },
	])('ends with the figure that was wanted, in spite of %j', async (fault) => {
		const one = product();
		sandbox.faults.add({ ...fault, path: '/channels/ec/product/stock/update', times: 1 });
		expect(await write(one, 25)).toBe('set');
		expect(one.skus[0]!.stock_num).toBe(25);
		expect(await write(one, 25)).toBe('unchanged');
	});

	test('waits for a SKU that was written too often', async () => {
		const one = product();
		sandbox.serverApi.rules.stockWritesPerSkuPerMinute = 1;
		expect([await write(one, 11), await write(one, 12)]).toEqual(['set', 'later']);
		clock.ms += 60_000;
		expect(await write(one, 12)).toBe('set');
		sandbox.serverApi.rules.stockWritesPerSkuPerMinute = null;
	});

	test.each([false, true])('ids beyond 2^53 survive; as bare numbers: %s', async (asNumbers) => {
		sandbox.serverApi.rules.shopIdsAsNumbers = asNumbers;
		const one = product();
		const { product_id } = one;
		const { sku_id } = one.skus[0]!;
		const catalogue = await fetchCatalogue(account('shop'), context);
		expect(catalogue).toContainEqual(expect.objectContaining({ product_id, sku_id }));
		expect(await write(one, 3)).toBe('set');
	});
});
