import { connectOdoo } from '../../lib/odoo/connect';
import { manualModelSteps } from '../../lib/odoo/schema/manual-model-steps';
import { runSetUp } from '../../lib/set-up/run-set-up';
import { SKU_MODEL } from '../../lib/sku-map/odoo/sku-model';
import type { OrderingStack } from '../../tools/services/ordering-stack';
import { waitUntil } from '../../tools/services/processes';
import { installApps } from '../contract/support/apps';
import { kit } from '../contract/support/routes';
import { receive } from '../contract/support/stock-moves';
import { publishPaced, startStockStack, untilPushing } from '../support/stock-stack';

const COMPONENTS = ['TEE', 'MUG', 'CAP'];
/** A kit of a tee and two mugs in Odoo, and a kit of kits. */
const KITS = ['GIFT', 'PARTY'];
/** Sets that only the SKU table knows: products and units, a kit among them. */
const SETS: Record<string, Array<[product: string, units: number]>> = {
	'SET-TEE-CAPS': [
		['TEE', 1],
		['CAP', 3],
	],
	'SET-GIFT-CAP': [
		['GIFT', 1],
		['CAP', 1],
	],
};
const SKUS = [...COMPONENTS, ...KITS, ...Object.keys(SETS)];
const PACE = { catchUpSeconds: 5, pollSeconds: 2, calmSeconds: 2 };

let stack: OrderingStack;
const products: Record<string, number> = {};

beforeAll(async () => {
	stack = await startStockStack({
		products: COMPONENTS.map((sku) => ({ sku, name: sku, price: 50, stock: 40 })),
		odooTemplate: 'routes',
	});
	const { admin, odoo } = stack;
	if (odoo.template !== 'routes') await installApps(odoo);
	Object.assign(products, stack.products);
	const place = { admin, server: odoo };
	const { TEE = 0, MUG = 0 } = products;
	products.GIFT = await kit(place, [
		[TEE, 1],
		[MUG, 2],
	]);
	products.PARTY = await kit(place, [
		[products.GIFT, 2],
		[products.CAP ?? 0, 5],
	]);
	const administrator = await connectOdoo({
		...{ url: odoo.url, database: odoo.database, protocol: 'xmlrpc', timeoutMs: 60_000 },
		...{ login: odoo.admin.login, secret: odoo.admin.password },
	});
	await runSetUp(administrator, manualModelSteps(SKU_MODEL));
	const plain = [...COMPONENTS, ...KITS].map((sku) => {
		return { x_name: sku, x_product_id: products[sku] };
	});
	const sets = Object.entries(SETS).flatMap(([x_name, parts]) =>
		parts.map(([product, x_quantity], index) => ({
			...{ x_name, x_product_id: products[product], x_quantity, x_price: 'list_price' },
			...{ x_part: index + 1, x_parts: parts.length },
		})),
	);
	await admin.call(SKU_MODEL.model, 'create', [[...plain, ...sets]]);
	for (const sku_code of SKUS) {
		stack.sandbox.serverApi.shop.addProduct({ skus: [{ sku_code, stock_num: 0 }] });
	}
	const workflow = await publishPaced(stack, 'stock-sync.json', PACE);
	await untilPushing(stack, 'Stock Changed');
	await workflow.hourly();
}, 1_800_000);

afterAll(async () => await stack?.stop(), 60_000);

const shownInShop = () => {
	const all = stack.sandbox.serverApi.shop.products().flatMap(({ skus }) => skus);
	return Object.fromEntries(all.map(({ sku_code, stock_num }) => [sku_code, stock_num]));
};

/** What Odoo itself says of products and kits, and what sets can be made of that. */
const promisedByOdoo = async (): Promise<Record<string, number>> => {
	const names = [...COMPONENTS, ...KITS];
	const rows = await stack.admin.call<Array<{ id: number; free_qty: number }>>(
		'product.product',
		'read',
		[names.map((name) => products[name]), ['free_qty']],
	);
	const free = (name: string) => {
		const quantity = rows.find(({ id }) => id === products[name])?.free_qty ?? 0;
		return Math.max(0, Math.floor(quantity));
	};
	const sets = Object.entries(SETS).map(([sku, parts]) => [
		sku,
		Math.min(...parts.map(([product, units]) => Math.floor(free(product) / units))),
	]);
	return Object.fromEntries([...names.map((name) => [name, free(name)]), ...sets]);
};

const sold: number[] = [];
const sell = async (name: string, units: number) => {
	const { admin } = stack;
	const partner_id = await admin.call<number>('res.partner', 'create', [{ name: 'Walk-in' }]);
	const line = [0, 0, { product_id: products[name], product_uom_qty: units }];
	const values = { partner_id, order_line: [line] };
	const id = await admin.call<number>('sale.order', 'create', [values]);
	await admin.call('sale.order', 'action_confirm', [[id]]);
	sold.push(id);
};
const cancelLast = async () => {
	const context = { disable_cancel_warning: true };
	await stack.admin.call('sale.order', 'action_cancel', [[sold.pop()]], { context });
};
const arrive = async (name: string, units: number) =>
	await receive({ admin: stack.admin, server: stack.odoo }, [[products[name] ?? 0, units]]);

it('shows in the shop what Odoo can promise of kits and sets, after each move of a component', async () => {
	const moves: Array<() => Promise<void>> = [
		async () => await sell('TEE', 3),
		async () => await sell('GIFT', 4),
		async () => await arrive('CAP', 7),
		async () => await sell('MUG', 30),
		async () => await cancelLast(),
		async () => await sell('PARTY', 2),
		async () => await sell('CAP', 37),
		async () => await arrive('MUG', 5),
	];
	const seen = new Set<string>();
	for (const move of [async () => await Promise.resolve(), ...moves]) {
		await move();
		const promised = await promisedByOdoo();
		seen.add(JSON.stringify(promised));
		await waitUntil(`the shop shows ${JSON.stringify(promised)}`, 60_000, async () => {
			const shown = shownInShop();
			return await Promise.resolve(SKUS.every((sku) => shown[sku] === promised[sku]));
		});
	}
	// Every move changed what can be promised, kits and sets sold out on the way.
	expect(seen.size).toBe(moves.length);
	expect(await promisedByOdoo()).toMatchObject({ CAP: 0, PARTY: 0, 'SET-TEE-CAPS': 0 });
}, 600_000);
