import type { ShopOrder } from '../../sandbox';
import type { Template } from '../../tools/package/template-check';
import type { OrderingStack } from '../../tools/services/ordering-stack';
import { waitUntil } from '../../tools/services/processes';
import { startStockStack } from './stock-stack';

const SKUS = [
	{ sku: 'TEE-RED-M', price: 9900 },
	{ sku: 'CAP-BLK', price: 5000 },
	{ sku: 'STICKER', price: 0 },
];

export const shopOf = ({ sandbox }: OrderingStack) => sandbox.serverApi.shop;

/** The stack with a WeChat Shop that sells three products, one of them as a gift. A busy machine loses no push. */
export async function startShopStack() {
	const products = SKUS.map(({ sku, price }) => ({
		sku,
		name: sku,
		price: price / 100,
		stock: 900,
	}));
	const sandbox = { notifyTimeoutMs: 60_000, timeScale: 0.1 };
	const stack = await startStockStack({ products, sandbox });
	const ids: Record<string, string> = {};
	for (const { sku, price } of SKUS) {
		const skus = [{ sku_code: sku, sale_price: price, stock_num: 900 }];
		ids[sku] = shopOf(stack).addProduct({ title: sku, skus }).skus[0]!.sku_id;
	}
	return { stack, ids };
}

/** A buyer's order by its place: a discounted basket, with a gift in some and a pre-sale in others. */
export function sell(stack: OrderingStack, ids: Record<string, string>, at: number): ShopOrder {
	const tee = { sku_id: ids['TEE-RED-M']!, count: 1 + (at % 3), discounts: { shop: at % 7 } };
	return shopOf(stack).sell({
		lines: [
			at % 30 === 1 ? { ...tee, presaleDays: 10 } : tee,
			{
				sku_id: ids['CAP-BLK']!,
				influencer: { finder_id: 'finder', nickname: 'Lily', commission: 250 },
			},
			...(at % 20 === 0 ? [{ sku_id: ids['STICKER']!, gift: true }] : []),
		],
		freight: at % 4 === 0 ? 800 : 0,
		live_id: 'live',
	});
}

/** A published template whose clock is a call. */
export interface ClockedTemplate {
	id: string;
	/** Address of WeChat Shop Trigger; empty without one. */
	url: string;
	/** Starts a run, and resolves once it has ended or waits for a person. */
	run(body?: object): Promise<void>;
}

/** @param changes parameters that a person sets, by node */
export async function publishClocked(
	{ client, credentials }: OrderingStack,
	template: Template,
	clock: string,
	changes: Record<string, object> = {},
): Promise<ClockedTemplate> {
	const path = `clock-${template.name}`.replaceAll(/[^\w-]/g, '-');
	const webhook = {
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		parameters: { httpMethod: 'POST', path, options: {} },
	};
	const nodes = template.nodes.map((node) =>
		node.name === clock
			? { ...node, ...webhook }
			: { ...node, parameters: { ...node.parameters, ...changes[node.name] } },
	);
	const imported = await client.importWorkflow({ ...template, nodes }, credentials);
	await client.publish(imported.id);
	const run = async (body: object = {}) => {
		const before = await client.executionCount(imported.id);
		const headers = { connection: 'close', 'content-type': 'application/json' };
		const call = { method: 'POST', headers, body: JSON.stringify(body) };
		const response = await fetch(imported.webhookUrls[clock]!, call);
		expect(response.status).toBe(200);
		await waitUntil(`a run of ${template.name} has ended`, 180_000, async () => {
			const count = await client.executionCount(imported.id);
			return count > before && (await client.runningExecutions(imported.id)).length === 0;
		});
	};
	return { id: imported.id, url: imported.webhookUrls['WeChat Shop Trigger'] ?? '', run };
}
