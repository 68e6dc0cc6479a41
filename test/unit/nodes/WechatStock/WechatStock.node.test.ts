import type { ICredentialTestFunctions, IDataObject, INode } from 'n8n-workflow';

import { WechatStock } from '../../../../nodes/WechatStock/WechatStock.node';
import type { Credentials, Sandbox } from '../../../../sandbox';
import { sharedCredentials, sharedSandbox } from '../../../support/shared-sandbox';
import { runNode } from '../../../support/engine';
import { shopFields } from '../../../support/server-api-credentials';
import { runSample } from '../../lib/shop-backend/running-sample';

let sandbox: Sandbox;
let credentials: Credentials;
beforeAll(async () => {
	credentials = await sharedCredentials();
});
// One shop a test: the node remembers the list of products of an account for an hour.
beforeEach(async () => {
	sandbox = await sharedSandbox({ credentials });
});
afterEach(async () => sandbox.stop());

const FAST = { stockOptions: { secondsPerSku: 0 } };
const run = async (
	items: IDataObject[],
	parameters: INode['parameters'] = {},
	settings: Pick<INode, 'onError'> = {},
) =>
	await runNode(
		new WechatStock(),
		{ resource: 'shopStock', operation: 'set', ...FAST, ...parameters },
		items,
		shopFields(sandbox),
		settings,
	);
const addSku = (sku_code: string, stock_num: number, more: object = {}) => {
	const product = sandbox.serverApi.shop.addProduct({ skus: [{ sku_code, stock_num }], ...more });
	return { product_id: product.product_id, sku_id: product.skus[0]!.sku_id };
};
const stockOf = (sku_id: string) =>
	sandbox.serverApi.shop
		.products()
		.flatMap(({ skus }) => skus)
		.find((sku) => sku.sku_id === sku_id)?.stock_num;
const writes = () => sandbox.serverApi.shop.stockChanges().filter(({ by }) => by === 'api');
const statuses = (items: Array<{ json: IDataObject }> = []) =>
	items.map(({ json }) => (json.stock as IDataObject).status);

describe('stock of WeChat Shop', () => {
	it('becomes what the items say, by differences, with ids beyond 2^53 in either form', async () => {
		const all = [false, true].map((asNumbers) => ({
			asNumbers,
			skus: ['MORE', 'LESS', 'RIGHT'].map((code) => addSku(`${code}-${String(asNumbers)}`, 10)),
		}));
		for (const { asNumbers, skus } of all) {
			sandbox.serverApi.rules.shopIdsAsNumbers = asNumbers;
			const [more, less, right] = skus;
			const figure = (code: string, quantity: number) => ({
				sku: `${code}-${String(asNumbers)}`,
				quantity,
			});
			const [set] = await run([figure('MORE', 25), figure('LESS', 3.9), figure('RIGHT', 10)]);
			expect(set).toMatchObject([
				{ json: { stock: { status: 'set', before: 10, quantity: 25, ...more } } },
				{ json: { stock: { status: 'set', before: 10, quantity: 3, ...less } } },
				{ json: { stock: { status: 'unchanged', quantity: 10, ...right } } },
			]);
			expect([more, less, right].map((sku) => stockOf(sku!.sku_id))).toEqual([25, 3, 10]);
		}
		expect(writes()).toHaveLength(4);
		expect(more53(writes()[0]?.product_id)).toBe(true);
	});

	it.each([
		['the answer is lost', { kind: 'dropped' }],
		['the call is lost on its way', { kind: 'error', status: 502 }],
		['it is done and answered with 503', { kind: 'error', status: 503, done: true }],
		['WeChat is busy', { kind: 'refusal', errcode: -1 }],
		['it failed, maybe', { kind: 'refusal', errcode: 10020054 }],
	] as const)('is counted once when %s', async (_, fault) => {
		const { sku_id } = addSku('TEE', 10);
		sandbox.faults.add({ ...fault, path: '/channels/ec/product/stock/update', times: 1 });
		const [set] = await run([{ sku: 'TEE', quantity: 14 }]);
		expect(statuses(set)).toEqual(['set']);
		expect(stockOf(sku_id)).toBe(14);
		expect(writes()).toHaveLength(1);
	});

	it('never goes below zero', async () => {
		const { sku_id } = addSku('TEE', 10);
		await run([{ sku: 'TEE', quantity: -4 }]);
		expect(stockOf(sku_id)).toBe(0);
	});

	it('is right after executions side by side, with the newest figure', async () => {
		const { sku_id } = addSku('TEE', 10);
		const figure = (version: number) => [{ sku: 'TEE', quantity: version * 7, version }];
		await Promise.all([2, 5, 1, 4, 3].map(async (version) => await run(figure(version))));
		expect(stockOf(sku_id)).toBe(35);
		const [late] = await run(figure(4));
		expect(statuses(late)).toEqual(['superseded']);
		expect(stockOf(sku_id)).toBe(35);
	});

	it('leaves time between two changes of one SKU', async () => {
		addSku('TEE', 10);
		const slow = { stockOptions: { secondsPerSku: 1 } };
		await run([{ sku: 'TEE', quantity: 1 }], slow);
		await run([{ sku: 'TEE', quantity: 2 }], slow);
		const [first, second] = writes().map(({ at }) => Date.parse(at));
		// Between their turns; each reads before it writes.
		expect(second! - first!).toBeGreaterThan(900);
	});

	it('parts what the shop does not know, and what it takes only later', async () => {
		const reviewed = addSku('REVIEW', 1, { edit_status: 2 });
		sandbox.serverApi.rules.stockWritesPerSkuPerMinute = 1;
		const often = addSku('OFTEN', 1);
		const ids = { skuBy: 'ids', productId: '={{ $json.p }}', skuId: '={{ $json.s }}' };
		await run([{ p: often.product_id, s: often.sku_id, quantity: 2 }], ids);
		const [set, unknown, later] = await run([
			{ sku: 'REVIEW', quantity: 5 },
			{ sku: 'OFTEN', quantity: 5 },
			{ sku: 'NOBODY', quantity: 5 },
		]);
		expect(set).toEqual([]);
		expect(unknown).toMatchObject([
			{ json: { sku: 'NOBODY', stock: { status: 'unknown_sku' } }, pairedItem: { item: 2 } },
		]);
		expect(statuses(later)).toEqual(['later', 'later']);
		expect([reviewed, often].map(({ sku_id }) => stockOf(sku_id))).toEqual([1, 2]);
	});

	it('finds a SKU that was added later once the list is read again', async () => {
		addSku('OLD', 1);
		await run([{ sku: 'OLD', quantity: 2 }]);
		const { sku_id } = addSku('NEW', 1);
		const [, unknown] = await run([{ sku: 'NEW', quantity: 9 }]);
		expect(statuses(unknown)).toEqual(['unknown_sku']);
		await run([{}], { operation: 'getSkus' });
		const [set] = await run([{ sku: 'NEW', quantity: 9 }]);
		expect(statuses(set)).toEqual(['set']);
		expect(stockOf(sku_id)).toBe(9);
	});

	it('is not changed in a dry run', async () => {
		const { sku_id } = addSku('TEE', 10);
		const [set] = await run([{ sku: 'TEE', quantity: 14 }], { dryRun: true });
		expect(set).toMatchObject([{ json: { stock: { status: 'would_set', before: 10 } } }]);
		expect(stockOf(sku_id)).toBe(10);
	});

	it('sends a failing item by the first output when it is to continue', async () => {
		const { sku_id } = addSku('TEE', 10);
		const items = [
			{ sku: 'TEE', quantity: 'many' },
			{ sku: 'TEE', quantity: 4 },
		];
		await expect(run(items)).rejects.toMatchObject({
			description: expect.stringContaining('STOCK_QUANTITY_INVALID'),
			context: { itemIndex: 0 },
		});
		const [set, , later] = await run(items, {}, { onError: 'continueRegularOutput' });
		expect(set).toMatchObject([
			{
				json: { sku: 'TEE', error: expect.stringContaining('no quantity') },
				pairedItem: { item: 0 },
			},
			{ pairedItem: { item: 1 } },
		]);
		expect(later).toEqual([]);
		expect(stockOf(sku_id)).toBe(4);
	});

	it('is read 50 products a call, around one that is gone', async () => {
		const skus = Array.from({ length: 60 }, (_, index) => addSku(`S${index}`, index));
		const ids = { skuBy: 'ids', productId: '={{ $json.p }}', skuId: '={{ $json.s }}' };
		const items = skus.map(({ product_id, sku_id }) => ({ p: product_id, s: sku_id }));
		const [all] = await run(items, { operation: 'get', ...ids });
		expect(all?.map(({ json }) => (json.stock as IDataObject).normal_stock_num)).toEqual([
			...skus.keys(),
		]);
		const reads = () => sandbox.calls().filter(({ target }) => target.includes('batchget')).length;
		expect(reads()).toBe(2);
		const gone = [...items, { p: '10009999999999999999', s: '1' }];
		const [known, unknown] = await run(gone, { operation: 'get', ...ids });
		expect(known).toHaveLength(60);
		expect(unknown).toMatchObject([{ pairedItem: { item: 60 } }]);
		const [byCode] = await run([{ sku: 'S59' }], { operation: 'get' });
		expect(byCode).toMatchObject([{ json: { stock: { normal_stock_num: 59 } } }]);
	});

	it('lists its SKUs', async () => {
		const skus = Array.from({ length: 35 }, (_, index) => addSku(`S${index}`, index));
		const [listed = []] = await run([{}], { operation: 'getSkus' });
		expect(listed).toHaveLength(35);
		expect(listed.map(({ json }) => json.sku_id).sort()).toEqual(
			skus.map(({ sku_id }) => sku_id).sort(),
		);
	});

	it('has a credential whose test tells a shop from a mini program', async () => {
		const test = async (changes: object) =>
			await new WechatStock().methods.credentialTest.wechatShopApiTest.call(
				{} as ICredentialTestFunctions,
				{ id: '1', name: 'x', type: 'wechatShopApi', data: { ...shopFields(sandbox), ...changes } },
			);
		expect(await test({})).toMatchObject({
			status: 'OK',
			message: expect.stringContaining('0 products'),
		});
		expect(await test({ ...sandbox.serverApi.miniProgram })).toMatchObject({ status: 'Error' });
		sandbox.serverApi.rules.blockedIp = '203.0.113.9';
		expect(await test({})).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/203\.0\.113\.9.*IP白名单/),
		});
	});
});

const more53 = (id = '0') => BigInt(id) > BigInt(Number.MAX_SAFE_INTEGER);

describe('stock at the merchant’s own backend', () => {
	let sample: Awaited<ReturnType<typeof runSample>>;
	beforeAll(async () => {
		sample = await runSample();
	});
	afterAll(() => sample.stop());
	const send = async (items: IDataObject[], parameters: INode['parameters'] = {}) =>
		await runNode(
			new WechatStock(),
			{ resource: 'backendStock', operation: 'send', ...parameters },
			items,
			{ url: sample.url, secret: sample.secret },
		);

	it('is sent signed, with a version that drops what is stale', async () => {
		const as_of = '2026-11-24T00:00:00.500Z';
		const [sent, unknown] = await send([
			{ sku: 'TEE-RED-M', quantity: 12, as_of },
			{ sku: 'NOBODY', quantity: 1, as_of },
		]);
		expect(sent).toMatchObject([
			{ json: { stock: { status: 'set', quantity: 12, version: Date.parse(as_of), as_of } } },
		]);
		expect(unknown).toMatchObject([{ json: { sku: 'NOBODY' }, pairedItem: { item: 1 } }]);
		const before = '2026-11-23T23:59:59.000Z';
		const [stale] = await send([{ sku: 'TEE-RED-M', quantity: 99, as_of: before }]);
		expect(statuses(stale)).toEqual(['stale']);
	});

	it('is not sent in a dry run', async () => {
		const [would] = await send([{ sku: 'CAP-BLK', quantity: 1, version: 900 }], { dryRun: true });
		expect(statuses(would)).toEqual(['would_send']);
		const [older] = await send([{ sku: 'CAP-BLK', quantity: 1, version: 1 }]);
		expect(statuses(older)).toEqual(['set']);
	});
});
