import type { OrderingStack } from '../../scripts/ordering-stack';
import { waitUntil } from '../../scripts/services/processes';
import { receive } from '../contract/support/stock-moves';
import {
	pushAddresses,
	startStockStack,
	stockWorkflow,
	untilPushing,
} from '../support/stock-stack';
import { unreliableWay, type UnreliableWay } from '../support/unreliable-way';

const SKUS = ['TEE-RED-M', 'CAP-BLK', 'MUG-01', 'BAG-LIN'];
const CATCH_UP_S = 5;
const PACE = { catchUpSeconds: CATCH_UP_S, pollSeconds: 2, calmSeconds: 2 };

let stack: OrderingStack;
let way: UnreliableWay;
const shop = () => ({ admin: stack.admin, server: stack.odoo });

beforeAll(async () => {
	way = await unreliableWay();
	stack = await startStockStack({
		products: SKUS.map((sku) => ({ sku, name: `Thing ${sku}`, price: 50, stock: 200 })),
		n8nEnv: { WEBHOOK_URL: way.url },
	});
	way.target = stack.n8n.url;
	for (const sku_code of SKUS) {
		stack.sandbox.serverApi.shop.addProduct({ skus: [{ sku_code, stock_num: 200 }] });
	}
}, 1_800_000);

afterEach(() => stack.sandbox.faults.clear());
afterAll(async () => {
	way?.stop();
	await stack?.stop();
}, 60_000);

const skuOf = (sku: string) => {
	const { products } = stack.sandbox.serverApi.shop;
	const found = products()
		.flatMap(({ skus }) => skus)
		.find(({ sku_code }) => sku_code === sku);
	if (!found) throw new Error(`The shop has no ${sku}`);
	return found;
};
const shopStock = () => Object.fromEntries(SKUS.map((sku) => [sku, skuOf(sku).stock_num]));
const odooStock = async (): Promise<Record<string, number>> => {
	const ids = SKUS.map((sku) => stack.products[sku]);
	const rows = await stack.admin.call<Array<{ default_code: string; free_qty: number }>>(
		'product.product',
		'read',
		[ids, ['default_code', 'free_qty']],
	);
	return Object.fromEntries(rows.map((row) => [row.default_code, row.free_qty]));
};
const untilEqual = async (withinMs: number) =>
	await waitUntil('shop and Odoo have the same figures', withinMs, async () => {
		const odoo = await odooStock();
		return SKUS.every((sku) => shopStock()[sku] === odoo[sku]);
	});

describe('stock', () => {
	let workflow: string;

	beforeAll(async () => {
		const { id } = await stack.client.importWorkflow(
			stockWorkflow('Stock', PACE),
			stack.credentials,
		);
		workflow = id;
		await stack.client.publish(id);
		await untilPushing(stack, 'Stock Changed');
	}, 120_000);

	it('of the shop follows a push of Odoo', async () => {
		await receive(shop(), [[stack.products['TEE-RED-M']!, 7]]);
		await untilEqual(60_000);
		expect(shopStock()['TEE-RED-M']).toBe(207);
		expect(way.counts.passed).toBeGreaterThan(0);
	}, 120_000);

	it('leaves nothing in Odoo when the workflow is unpublished', async () => {
		await stack.client.unpublish(workflow);
		await waitUntil('the rule is gone', 20_000, async () => {
			const rules = await stack.admin.call<number[]>('base.automation', 'search', [
				[['name', 'like', 'n8n ']],
			]);
			return rules.length === 0 && (await pushAddresses(stack, '')).length === 0;
		});
		// Whoever still knows the way starts nothing.
		const before = await stack.client.executionCount(workflow);
		await receive(shop(), [[stack.products['MUG-01']!, 1]]);
		expect(await stack.client.executionCount(workflow)).toBe(before);
	}, 120_000);
});
