import { odooFields } from '../services/odoo-fields';
import { startOdoo, type OdooServer } from '../services/odoo';
import { odooAdmin } from '../services/odoo-admin';
import { seedProducts } from '../services/odoo-seed';
import { progressFor } from '../services/progress';
import type { OrderingStack } from '../services/ordering-stack';
import { startStockStack, stockWorkflow, untilPushing } from '../../test/support/stock-stack';
import { unreliableWay } from '../../test/support/unreliable-way';
import { percentile, type Metric } from './metric';
import { burst, latencies, type Selling } from './stock-rounds';

const skus = (prefix: string, count: number) =>
	Array.from({ length: count }, (_, index) => ({
		sku: `${prefix}-${index}`,
		name: `${prefix} ${index}`,
		price: 1,
		stock: 100,
	}));
const SINGLE = skus('ONE', 30);
const BURST = skus('MANY', 20);
const OLD = skus('OLD', 15);
const MOVES = 500;
const PER_TRANSACTION = 50;
/** Seconds between looks at the Odoo that cannot push. */
const INTERVAL = 5;

/** From a stock move in a real Odoo, over a real n8n, to the shop of the sandbox. */
export async function run(): Promise<Metric[]> {
	const progress = progressFor('bench stock');
	const way = await unreliableWay();
	const old = await startOdoo('14', progressFor('odoo 14'));
	try {
		const stack = await startStockStack({
			products: [...SINGLE, ...BURST],
			n8nEnv: { WEBHOOK_URL: way.url },
		});
		try {
			way.target = stack.n8n.url;
			const admin = odooAdmin(old);
			const products = await seedProducts(admin, old, OLD);
			for (const { sku, stock } of [...SINGLE, ...BURST, ...OLD]) {
				const listed = { skus: [{ sku_code: sku, stock_num: stock }] };
				stack.sandbox.serverApi.shop.addProduct(listed);
			}
			const of19 = (some: typeof SINGLE): Selling => ({
				...stack,
				server: stack.odoo,
				products: Object.fromEntries(some.map(({ sku }) => [sku, stack.products[sku]!])),
			});
			await publish(stack, 'Stock', {});
			await untilPushing(stack, 'Stock Changed');
			progress('one move after the other, pushed');
			const firstPush = (asked: number, answered: number) =>
				way.arrivals.find((at) => at >= asked) ?? answered;
			await latencies(of19(SINGLE.slice(0, 3)), firstPush, () => 500);
			const pushed = await latencies(of19(SINGLE.slice(3)), firstPush, () => 200);
			progress(`${MOVES} moves on ${BURST.length} products`);
			const many = await burst(of19(BURST), MOVES, PER_TRANSACTION);
			progress('one move after the other in Odoo 14, found by looking');
			await publish(stack, 'Stock of Odoo 14', { pollSeconds: INTERVAL }, old);
			const selling = { admin, server: old, products, sandbox: stack.sandbox };
			const answer = (_: number, answered: number) => answered;
			const polled = await latencies(selling, answer, (index) => (index * 1_370) % 2_000);
			return metrics(pushed, many, polled);
		} finally {
			await stack.stop();
		}
	} finally {
		way.stop();
		await old.stop();
	}
}

async function publish(
	{ client, credentials }: OrderingStack,
	name: string,
	options: object,
	odoo?: OdooServer,
): Promise<void> {
	const own = odoo && {
		odooForWechatApi: await client.createCredential('odooForWechatApi', name, odooFields(odoo)),
	};
	const workflow = stockWorkflow(name, options);
	const { id } = await client.importWorkflow(workflow, { ...credentials, ...own });
	await client.publish(id);
}

const seconds = (values: number[], share: number): number =>
	Math.round(percentile(values, share)) / 1000;

function metrics(
	pushed: number[],
	many: Awaited<ReturnType<typeof burst>>,
	polled: number[],
): Metric[] {
	const burstOf = `burst of ${MOVES} moves on ${BURST.length} products`;
	return [
		{ metric: 'Odoo 19, move to shop, p50', value: seconds(pushed, 0.5), unit: 's' },
		{
			metric: 'Odoo 19, move to shop, p95',
			value: seconds(pushed, 0.95),
			unit: 's',
			goal: { below: 1 },
		},
		{ metric: `${burstOf}, length`, value: Math.round(many.seconds), unit: 's' },
		{
			metric: `${burstOf}, stock writes`,
			value: many.writes,
			unit: 'writes',
			goal: { below: 60 },
		},
		{
			metric: `${burstOf}, figures that differ at the end`,
			value: many.differing,
			unit: 'SKUs',
			goal: { below: 1 },
		},
		{ metric: `Odoo 14, looks every ${INTERVAL} s, p50`, value: seconds(polled, 0.5), unit: 's' },
		{
			metric: `Odoo 14, looks every ${INTERVAL} s, p95`,
			value: seconds(polled, 0.95),
			unit: 's',
			goal: { below: INTERVAL + 1 },
		},
	];
}
