import { miniProgramFields, shopFields } from '../support/server-api-credentials';
import { startReceivingStack, type ReceivingStack } from '../support/receiving-stack';
import { publishStep } from '../support/run-in-n8n';
import { runSample } from '../unit/lib/shop-backend/running-sample';

type Credentials = Record<string, { id: string; name: string }>;

let stack: ReceivingStack;
let sample: Awaited<ReturnType<typeof runSample>>;
let credentials: Credentials;

beforeAll(async () => {
	sample = await runSample();
	stack = await startReceivingStack();
	const { client, sandbox } = stack;
	const create = async (type: string, fields: object) =>
		await client.createCredential(type, type, fields);
	credentials = {
		wechatMiniProgramApi: await create('wechatMiniProgramApi', miniProgramFields(sandbox)),
		wechatShopApi: await create('wechatShopApi', shopFields(sandbox)),
		shopBackendApi: await create('shopBackendApi', { url: sample.url, secret: sample.secret }),
	};
}, 1_800_000);

afterEach(() => stack.sandbox.faults.clear());
afterAll(async () => {
	sample?.stop();
	await stack?.stop();
}, 60_000);

/** The step reads what was posted, so its expressions are the defaults with `body` before them. */
const body = (name: string) => `={{ $json.body.${name} }}`;
const publish = async (type: string, parameters: object) =>
	await publishStep(stack.client, { type, parameters }, credentials);

const SHIPMENT = {
	transactionId: body('transaction_id'),
	openid: body('openid'),
	trackingNumbers: body('tracking'),
	carrierName: body('carrier'),
	lines: body('lines'),
	allDelivered: body('all'),
};
const shipped = (payment: { transaction_id: string; payer: { openid: string } }) => ({
	transaction_id: payment.transaction_id,
	openid: payment.payer.openid,
	tracking: 'SF100, SF200',
	carrier: '中通快递',
	lines: [{ name: 'Red tee, M', quantity: 2 }],
	all: 'yes',
});

describe('WeChat Order Status in a real n8n', () => {
	it('uploads once, through an ended token and a lost answer, looks up, lists and reminds', async () => {
		const { sandbox } = stack;
		const upload = await publish('wechatOrderStatus', { operation: 'upload', ...SHIPMENT });
		const order = { resource: 'order', transactionId: body('transaction_id') };
		const get = await publish('wechatOrderStatus', { ...order, operation: 'get' });
		const remind = await publish('wechatOrderStatus', {
			...order,
			operation: 'remind',
			receivedAt: body('at'),
		});
		const list = await publish('wechatOrderStatus', { ...order, operation: 'getMany' });
		const payment = sandbox.pay({ total: 9900 });
		const open = await list({});
		expect(open.map((one) => one.transaction_id)).toContain(payment.transaction_id);

		sandbox.serverApi.endTokens('invalidated');
		sandbox.faults.add({
			kind: 'dropped',
			path: '/wxa/sec/order/upload_shipping_info',
			times: 1,
		});
		expect(await upload(shipped(payment))).toMatchObject([
			{ shipping: { status: 'uploaded', delivery_mode: 2, is_all_delivered: true } },
		]);
		expect(await upload(shipped(payment))).toMatchObject([{ shipping: { status: 'unchanged' } }]);
		const uploads = sandbox.serverApi
			.uploads()
			.filter((one) => one.transaction_id === payment.transaction_id);
		expect(uploads).toMatchObject([
			{
				shipping_list: [
					{ tracking_no: 'SF100', express_company: 'ZTO', item_desc: 'Red tee, M ×2' },
					{ tracking_no: 'SF200', express_company: 'ZTO' },
				],
				reshipment: false,
			},
		]);
		const named = { transaction_id: payment.transaction_id };
		expect(await get(named)).toMatchObject([{ wechat_order: { order_state: 2 } }]);
		const at = new Date(Date.now() + 60_000).toISOString();
		expect(await remind({ ...named, at })).toMatchObject([{ reminder: { status: 'reminded' } }]);
		expect(await remind({ ...named, at })).toMatchObject([
			{ reminder: { status: 'already_reminded' } },
		]);
	}, 240_000);

	it('uploads the payments of a combined payment, and nothing for a carrier that WeChat does not have', async () => {
		const { sandbox } = stack;
		const payment = sandbox.pay({ total: 5000 });
		const { combine_out_trade_no } = sandbox.combine([payment, sandbox.pay({ total: 100 })]);
		const upload = await publish('wechatOrderStatus', {
			...SHIPMENT,
			operation: 'uploadCombined',
			combineOutTradeNo: body('combine_out_trade_no'),
			combineMchid: body('mchid'),
			outTradeNo: body('out_trade_no'),
			mchid: body('mchid'),
		});
		const { mchid, out_trade_no } = payment;
		const item = { ...shipped(payment), mchid, out_trade_no, combine_out_trade_no };
		const uploads = () =>
			sandbox.serverApi.uploads().filter((one) => one.transaction_id === payment.transaction_id);
		await upload({ ...item, carrier: 'Local van' });
		expect(uploads()).toEqual([]);
		expect(await upload(item)).toMatchObject([{ shipping: { status: 'uploaded' } }]);
		expect(uploads()).toMatchObject([{ combined: true }]);
	}, 120_000);

	it('lists carriers', async () => {
		const carriers = await publish('wechatOrderStatus', {
			resource: 'carrier',
			operation: 'getMany',
			search: body('search'),
		});
		expect(await carriers({ search: 'yd' })).toMatchObject([{ delivery_id: 'YD' }]);
	}, 60_000);
});

describe('WeChat Stock in a real n8n', () => {
	const FIGURE = { quantity: body('quantity'), asOf: body('as_of'), version: body('version') };

	it('sets stock by differences, once when the answer is lost, and reads and lists it', async () => {
		const { sandbox } = stack;
		const { shop } = sandbox.serverApi;
		const { product_id, skus } = shop.addProduct({ skus: [{ sku_code: 'TEE', stock_num: 10 }] });
		const sku = { resource: 'shopStock', sku: body('sku') };
		const set = await publish('wechatStock', { ...sku, ...FIGURE, operation: 'set' });
		const get = await publish('wechatStock', { ...sku, operation: 'get' });
		const getSkus = await publish('wechatStock', { ...sku, operation: 'getSkus' });
		sandbox.faults.add({ kind: 'dropped', path: '/channels/ec/product/stock/update', times: 1 });
		expect(await set({ sku: 'TEE', quantity: 14 })).toMatchObject([
			{ stock: { status: 'set', product_id, sku_id: skus[0]!.sku_id } },
		]);
		expect(await get({ sku: 'TEE' })).toMatchObject([{ stock: { normal_stock_num: 14 } }]);
		expect(shop.stockChanges().map(({ to }) => to)).toEqual([14]);
		expect(await getSkus({})).toMatchObject([{ product_id, sku_code: 'TEE' }]);
	}, 120_000);

	it('sends stock to the sample of a shop backend', async () => {
		const send = await publish('wechatStock', {
			...FIGURE,
			resource: 'backendStock',
			operation: 'send',
			sku: body('sku'),
		});
		expect(await send({ sku: 'TEE-RED-M', quantity: 12, version: 5 })).toMatchObject([
			{ stock: { status: 'set' } },
		]);
		expect(await send({ sku: 'TEE-RED-M', quantity: 13, version: 4 })).toMatchObject([
			{ stock: { status: 'stale' } },
		]);
	}, 60_000);
});

describe('the tests of their credentials', () => {
	it.each(['wechatMiniProgramApi', 'wechatShopApi'])(
		'%s: fine, or the blocked address',
		async (type) => {
			const { client, sandbox } = stack;
			const fields = type === 'wechatShopApi' ? shopFields(sandbox) : miniProgramFields(sandbox);
			const test = async () => await client.testCredential(type, credentials[type]!, fields);
			expect(await test()).toMatchObject({ status: 'OK' });
			sandbox.serverApi.rules.blockedIp = '203.0.113.9';
			try {
				expect(await test()).toMatchObject({
					status: 'Error',
					message: expect.stringContaining('203.0.113.9'),
				});
			} finally {
				sandbox.serverApi.rules.blockedIp = null;
			}
		},
		60_000,
	);
});
