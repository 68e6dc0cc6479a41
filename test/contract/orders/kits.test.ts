import { previewOrders } from '../../../lib/orders/record/preview-orders';
import { connectOdoo } from '../../../lib/odoo/connect';
import type { OdooClient } from '../../../lib/odoo/client';
import { promisable } from '../../../lib/sku-map/reverse';
import { readSoldLines } from '../../../lib/settlement/odoo/read-sold-orders';
import { NO_BUFFER } from '../../../lib/stock/safety-buffer';
import { stockItems, type StockItem } from '../../../lib/stock/stock-items';
import { stockWatch } from '../../../lib/stock/stock-watch';
import { useRoutes } from '../support/apps';
import { payment } from '../support/payments';
import { context, record } from '../support/recording';
import { kit } from '../support/routes';
import { protocolsOf, VERSIONS } from '../support/versions';
import { holdOne } from '../../support/hold-one';

const OPTIONS = { taxes: 'none' } as const;
const ROUNDS = 8;

/** Kits: what is reserved, promised and counted are their components. */
describe.each(VERSIONS)('Kits in Odoo %s', (version) => {
	const shop = useRoutes(version);

	describe.each(protocolsOf(version))('over %s', (protocol) => {
		let client: OdooClient;
		beforeAll(async () => {
			client = await shop().connect(protocol);
		});
		const sale = (product: number, quantity = 1) => payment([{ product, quantity, price: 100 }]);
		/** A kit of one unit of a scarce component and two of a plentiful one. */
		const giftSet = async (stock: 1 | 2) => {
			const [scarce, plenty] = [shop().product(stock), shop().product(1000)];
			return {
				scarce,
				set: await kit(shop(), [
					[scarce, 1],
					[plenty, 2],
				]),
			};
		};

		it('reserves a kit by its scarcest component', async () => {
			const { scarce, set } = await giftSet(2);
			const [two] = await record(client, [sale(set, 2)]);
			expect(two).toMatchObject({ status: 'reserved', lines: [{ reserved: 2, missing: 0 }] });
			const [one] = await record(client, [sale(scarce)]);
			expect(one).toMatchObject({ status: 'short' });
			const [more] = await record(client, [sale(set)]);
			expect(more).toMatchObject({ status: 'short', lines: [{ reserved: 0, missing: 1 }] });
		});

		it('previews the second of two kits as short where one is possible', async () => {
			const { set } = await giftSet(1);
			const previews = await previewOrders(client, [sale(set), sale(set)], OPTIONS);
			expect(previews).toMatchObject([
				{ recorded: { status: 'reserved' } },
				{ recorded: { status: 'short', lines: [{ reserved: 0, missing: 1 }] } },
			]);
		});

		it("tells the kit's new quantity when a component is sold alone", async () => {
			const { scarce, set } = await giftSet(2);
			const watch = stockWatch({}, NO_BUFFER);
			const told = async () =>
				(await watch.read(client, [scarce])).map(({ json }) => json as StockItem);
			const promised = (items: StockItem[]) =>
				items.find(({ product_id: id }) => id === set)?.quantity_to_promise;
			expect(promised(await told())).toBe(2);
			await record(client, [sale(scarce)]);
			expect(promised(await told())).toBe(1);
			const all = await stockItems(client, undefined, {}, NO_BUFFER);
			expect(promised(all)).toBe(1);
		});

		it('does not let a service or an untracked part sell out a set', async () => {
			const product = shop().product(2);
			const make = async (values: object) =>
				await shop().admin.call<number>('product.product', 'create', [values]);
			const parts = [
				product,
				await make({ name: 'Engraving', type: 'service' }),
				await make({ name: 'Ribbon', type: 'consu' }),
			];
			const items = await stockItems(client, parts, {}, NO_BUFFER);
			const free = new Map(
				items.map(({ product_id: id, untracked, quantity_to_promise: quantity }) => [
					id,
					untracked ? Infinity : quantity,
				]),
			);
			const products = parts.map((product_id) => ({ product_id, quantity: 1 }));
			expect(promisable({ products }, free)).toBe(2);
		});

		it('counts the costs of the components', async () => {
			const { scarce, set } = await giftSet(2);
			await shop().admin.call('product.product', 'write', [[scarce], { standard_price: 0.25 }]);
			const [recorded] = await record(client, [sale(set, 2)]);
			const order = { id: recorded?.sale_order_id ?? 0, total: { amount: 200, currency: 'CNY' } };
			const lines = await readSoldLines(client, [order], 'CNY');
			expect(lines.get(order.id)).toMatchObject([{ units: 2, cost: 50 }]);
		});
	});

	const [protocol] = protocolsOf(version);
	const workers = async (round: number) =>
		await Promise.all(
			[0, 1, 2, 3].map(
				async (worker) =>
					await connectOdoo({
						...shop().connection(protocol),
						timeoutMs: 56_000 - 10 * round - worker,
					}),
			),
		);
	const lastKit = async () => await kit(shop(), [[shop().product(1), 1]]);
	const sellTwo = async (client: OdooClient, product: number) => {
		const orders = [1, 2].map(() => payment([{ product, quantity: 1, price: 100 }]));
		return (await record(client, orders)).map(({ status }) => status);
	};
	const hold = async (client: OdooClient, product: number) => {
		const order = payment([{ product, quantity: 1, price: 100 }]);
		return [(await holdOne(client, order, Date.now() + 600_000, OPTIONS, context)).status];
	};

	it.each([
		['product', async () => shop().product(1), sellTwo, 'reserved', 1],
		['kit', lastKit, sellTwo, 'reserved', 1],
		['kit, held', lastKit, hold, 'held', 0],
	] as const)(
		`sells the last %s once: ${ROUNDS} rounds of four workers`,
		async (_kind, last, sell, sold, atLeast) => {
			for (let round = 1; round <= ROUNDS; round += 1) {
				const product = await last();
				const clients = await workers(round);
				const statuses = await Promise.all(
					clients.map(async (client) => await sell(client, product)),
				);
				const times = statuses.flat().filter((status) => status === sold).length;
				expect([1, atLeast]).toContain(times);
			}
		},
		400_000,
	);
});
