import type { OdooClient } from '../../../lib/odoo/client';
import { payment } from '../support/payments';
import { record } from '../support/recording';
import { seenOrders } from '../support/seen-orders';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';

/** Reserved means moves: what is confirmed, and how many pieces are held back for it. */
describe.each(VERSIONS)('Reservations in Odoo %s', (version) => {
	const shop = useShop(version);

	describe.each(protocolsOf(version))('over %s', (protocol) => {
		let client: OdooClient;
		beforeAll(async () => {
			client = await shop().connect(protocol);
		});

		it('tells the one piece that is missing, on the line that misses it', async () => {
			const scarce = shop().product(2);
			const plenty = shop().product(1000);
			const order = payment([
				{ product: scarce, quantity: 3, price: 100 },
				{ product: plenty, quantity: 1, price: 100 },
			]);
			const [recorded] = await record(client, [order]);
			expect(recorded).toMatchObject({
				status: 'short',
				state: 'sale',
				lines: [
					{ product_id: scarce, sku: `SKU-${scarce}`, ordered: 3, reserved: 2, missing: 1 },
					{ product_id: plenty, ordered: 1, reserved: 1, missing: 0 },
				],
			});
		});

		it('records a batch in one go, and a bad order in it fails alone, as a draft', async () => {
			const product = shop().product(1000);
			const orders = Array.from({ length: 6 }, () =>
				payment([{ product, quantity: 1, price: 100 }]),
			);
			const bad = payment([{ product: 9_999_999, quantity: 1, price: 100 }]);
			orders.splice(3, 0, bad);
			const recorded = await record(client, orders);
			const statuses = recorded.map(({ status }) => status);
			expect(statuses.filter((status) => status === 'reserved')).toHaveLength(6);
			expect(statuses[3]).toBe('needs_review');
			const [draft] = await seenOrders(shop(), bad);
			expect(draft).toMatchObject({
				state: 'draft',
				lines: [
					[0, 0],
					[0, 0],
				],
				moves: 0,
			});
			expect(draft?.activities).toHaveLength(1);
			expect(new Set(recorded.map(({ name }) => name)).size).toBe(7);
		});

		it('reads the first step of a delivery in two steps', async () => {
			const { admin } = shop();
			const [warehouse] = await admin.call<number[]>('stock.warehouse', 'search', [[]], {
				limit: 1,
			});
			await admin.call('stock.warehouse', 'write', [[warehouse], { delivery_steps: 'pick_ship' }]);
			try {
				const product = shop().product(2);
				const [held] = await record(client, [payment([{ product, quantity: 2, price: 100 }])]);
				const [short] = await record(client, [payment([{ product, quantity: 1, price: 100 }])]);
				expect(held).toMatchObject({ status: 'reserved', lines: [{ reserved: 2, missing: 0 }] });
				expect(short).toMatchObject({ status: 'short', lines: [{ reserved: 0, missing: 1 }] });
			} finally {
				await admin.call('stock.warehouse', 'write', [
					[warehouse],
					{ delivery_steps: 'ship_only' },
				]);
			}
		});

		it('asks no stock of a service', async () => {
			const product = shop().product(0);
			const { admin } = shop();
			const values = { name: 'Gift wrapping', type: 'service' };
			const service = await admin.call<number>('product.product', 'create', [values]);
			const [mixed] = await record(client, [
				payment([
					{ product: service, quantity: 1, price: 100 },
					{ product, quantity: 1, price: 100 },
				]),
			]);
			expect(mixed).toMatchObject({ status: 'short', lines: [{ missing: 0 }, { missing: 1 }] });
			const [alone] = await record(client, [
				payment([{ product: service, quantity: 1, price: 100 }]),
			]);
			expect(alone).toMatchObject({ status: 'reserved' });
		});

		it('adopts an order that a person has confirmed once its total is what was paid, with its reservation', async () => {
			const product = shop().product(1);
			const order = payment([{ product, quantity: 1, price: 100 }], 90);
			const [draft] = await record(client, [order]);
			expect(draft).toMatchObject({ status: 'needs_review' });
			const { admin } = shop();
			await admin.call('sale.order', 'action_confirm', [[draft?.sale_order_id]]);
			const [wrong] = await record(client, [order]);
			expect(wrong).toMatchObject({ status: 'needs_review', state: 'sale', adopted: true });
			const ofOrder = [['order_id', '=', draft?.sale_order_id]];
			const lines = await admin.call<number[]>('sale.order.line', 'search', [ofOrder]);
			await admin.call('sale.order.line', 'write', [lines, { price_unit: 0.9 }]);
			const [adopted] = await record(client, [order]);
			expect(adopted).toMatchObject({ status: 'reserved', state: 'sale', adopted: true });
		});
	});
});
