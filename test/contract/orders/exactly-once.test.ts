import { connectOdoo } from '../../../lib/odoo/connect';
import type { OdooClient } from '../../../lib/odoo/client';
import { payment } from '../support/payments';
import { losingTheAnswer, record } from '../support/recording';
import { seenOrders } from '../support/seen-orders';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';

/** One payment, one order: whatever repeats, collides or gets lost. */
describe.each(VERSIONS)('Recording exactly once in Odoo %s', (version) => {
	const shop = useShop(version);

	describe.each(protocolsOf(version))('over %s', (protocol) => {
		let client: OdooClient;
		let product: number;
		beforeAll(async () => {
			client = await shop().connect(protocol);
			product = shop().product(1000);
		});

		it('makes one order with its lines once from eight identical calls at once', async () => {
			const other = shop().product(1000);
			const order = payment([
				{ product, quantity: 2, price: 1990 },
				{ product: other, quantity: 3, price: 1 },
			]);
			// A connection each: calls on one connection would share a batch.
			const calls = Array.from({ length: 8 }, async (_, index) => {
				const connection = { ...shop().connection(protocol), timeoutMs: 60_001 + index };
				return await record(await connectOdoo(connection), [order]);
			});
			const recorded = (await Promise.all(calls)).flat();
			const seen = await seenOrders(shop(), order);
			expect(seen).toMatchObject([
				{ state: 'sale', total: 39.83, currency: 'CNY', source: 'WeChat', moves: 2 },
			]);
			expect(seen[0]?.lines).toEqual([
				[product, 2],
				[other, 3],
			]);
			for (const one of recorded) {
				expect(one).toMatchObject({
					sale_order_id: seen[0]?.id,
					status: 'reserved',
					amount_total: '39.83',
				});
			}
		});

		it('records fifteen payments for one product, each three times at once, as fifteen orders', async () => {
			const orders = Array.from({ length: 15 }, () =>
				payment([{ product, quantity: 1, price: 100 }]),
			);
			const clients = await Promise.all(
				[1, 2, 3].map(
					async (extra) =>
						await connectOdoo({ ...shop().connection(protocol), timeoutMs: 60_000 - extra }),
				),
			);
			const recorded = await Promise.all(
				clients.flatMap((one) => orders.map(async (order) => await record(one, [order]))),
			);
			const names = recorded.flat().map(({ name }) => name);
			expect(new Set(names).size).toBe(15);
			expect(new Set(recorded.flat().map(({ status }) => status))).toEqual(new Set(['reserved']));
			for (const order of orders) {
				expect(await seenOrders(shop(), order)).toMatchObject([
					{ lines: [[product, 1]], moves: 1 },
				]);
			}
		});

		it('records a payment that stands twice in a batch once, and says so for both', async () => {
			const order = payment([{ product, quantity: 1, price: 100 }]);
			const [first, second] = await record(client, [order, order]);
			expect(first).toEqual(second);
			expect(await seenOrders(shop(), order)).toHaveLength(1);
		});

		it.each([
			['sale.order', 'load'],
			['sale.order', 'action_confirm'],
			['res.partner', 'load'],
		])('adopts what was done when the answer to %s.%s is lost', async (model, method) => {
			const order = payment([{ product, quantity: 1, price: 100 }]);
			const [recorded] = await record(losingTheAnswer(client, model, method), [order]);
			expect(recorded).toMatchObject({ status: 'reserved' });
			expect(await seenOrders(shop(), order)).toMatchObject([
				{ state: 'sale', lines: [[product, 1]], moves: 1 },
			]);
		});

		it('finds the order again when a person has changed its customer reference', async () => {
			const order = payment([{ product, quantity: 1, price: 100 }]);
			const [first] = await record(client, [order]);
			const change = { client_order_ref: 'PO 7' };
			await shop().admin.call('sale.order', 'write', [[first?.sale_order_id], change]);
			const [again] = await record(client, [order]);
			expect(again).toMatchObject({ sale_order_id: first?.sale_order_id, adopted: true });
			expect(await seenOrders(shop(), order)).toHaveLength(1);
		});

		it('keeps one contact for each buyer, and the name that a person gave it', async () => {
			const order = payment([{ product, quantity: 1, price: 100 }]);
			await record(client, [order]);
			const [seen] = await seenOrders(shop(), order);
			expect(seen?.buyer).toMatch(/^WeChat buyer …\d{4}$/);
			const { openid } = order.payment.payer ?? {};
			const buyers = [['ref', '=', openid]];
			const [buyer] = await shop().admin.call<number[]>('res.partner', 'search', [buyers]);
			await shop().admin.call('res.partner', 'write', [[buyer], { name: 'Regular customer' }]);
			const next = payment([{ product, quantity: 1, price: 100 }]);
			next.payment.payer = { ...(openid && { openid }) };
			await record(client, [next]);
			expect((await seenOrders(shop(), next))[0]?.buyer).toBe('Regular customer');
			expect(await shop().admin.call('res.partner', 'search', [buyers])).toEqual([buyer]);
		});
	});
});
