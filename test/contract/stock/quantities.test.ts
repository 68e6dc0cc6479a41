import type { OdooClient } from '../../../lib/odoo/client';
import { freeQuantities, type StockPlace } from '../../../lib/stock/quantities';
import { NO_BUFFER } from '../../../lib/stock/safety-buffer';
import { stockItems } from '../../../lib/stock/stock-items';
import { payment } from '../support/payments';
import { context } from '../support/recording';
import { stockLocation } from '../support/stock-moves';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';
import { holdOne } from '../../support/hold-one';

const LATER = Date.parse('2100-01-01T00:00:00Z');

/** The same Odoo for a user who does not see the field that Odoo computes. */
const withoutFreeQty = (client: OdooClient): OdooClient => ({
	...client,
	fields: async (model) =>
		new Set([...(await client.fields(model))].filter((name) => name !== 'free_qty')),
});

/** Figures held against Odoo's own, which the administrator reads. */
describe.each(VERSIONS)('Stock quantities in Odoo %s', (version) => {
	const shop = useShop(version);

	describe.each(protocolsOf(version))('over %s', (protocol) => {
		let client: OdooClient;
		beforeAll(async () => {
			client = await shop().connect(protocol);
		});
		const figures = async (ids: number[], place?: StockPlace, odoo = client) =>
			Object.fromEntries(
				(await freeQuantities(odoo, ids, place)).map((free) => [free.product_id, free.free_qty]),
			);
		const odoosOwn = async (ids: number[], context: object = {}) => {
			const rows = await shop().admin.call<Array<{ id: number; free_qty: number }>>(
				'product.product',
				'read',
				[ids, ['free_qty']],
				{ context },
			);
			return Object.fromEntries(rows.map((row) => [row.id, row.free_qty]));
		};

		it('are those of Odoo, read in one call or added up from stock records', async () => {
			const ids = [shop().product(0), shop().product(2), shop().product(1000)];
			const expected = await odoosOwn(ids);
			expect(Object.values(expected)).toEqual([0, 2, 1000]);
			expect(await figures(ids)).toEqual(expected);
			expect(await figures(ids, {}, withoutFreeQty(client))).toEqual(expected);
		});

		it('have held stock taken off once, and given back with the hold', async () => {
			const product = shop().product(2);
			const order = payment([{ product, quantity: 1, price: 100 }]);
			const held = await holdOne(client, order, LATER, { taxes: 'none' }, context);
			expect(held.status).toBe('held');
			const [item] = await stockItems(client, [product], {}, NO_BUFFER);
			expect(item).toMatchObject({ product_id: product, free_qty: 1, quantity_to_promise: 1 });
			expect(await figures([product])).toEqual(await odoosOwn([product]));
			expect(await figures([product], {}, withoutFreeQty(client))).toEqual({ [product]: 1 });
			await shop().admin.call('sale.order', 'action_cancel', [[held.sale_order_id]], {
				context: { disable_cancel_warning: true },
			});
			expect(await figures([product])).toEqual({ [product]: 2 });
		});

		it('count one warehouse or one location', async () => {
			const { admin } = shop();
			const product = shop().product(2);
			const code = protocol === 'json2' ? 'FJ' : 'FX';
			const values = { name: `Far ${protocol}`, code };
			const far = await admin.call<number>('stock.warehouse', 'create', [values]);
			const [near = 0] = await admin.call<number[]>('stock.warehouse', 'search', [[]], {
				limit: 1,
				order: 'id',
			});
			const locationId = await stockLocation(shop());
			for (const odoo of [client, withoutFreeQty(client)]) {
				expect(await figures([product], { warehouseIds: [far] }, odoo)).toEqual({ [product]: 0 });
				expect(await figures([product], { warehouseIds: [near] }, odoo)).toEqual({ [product]: 2 });
				expect(await figures([product], { warehouseIds: [near, far] }, odoo)).toEqual({
					[product]: 2,
				});
				expect(await figures([product], { locationId }, odoo)).toEqual({ [product]: 2 });
				expect(await figures([product], { locationId, warehouseIds: [near] }, odoo)).toEqual({
					[product]: 2,
				});
			}
		});

		it('are there for all storable products, archived ones only when asked for', async () => {
			const product = shop().product(1);
			await shop().admin.call('product.product', 'write', [[product], { active: false }]);
			const all = await freeQuantities(client, undefined);
			expect(all.length).toBeGreaterThan(100);
			expect(all.map((free) => free.product_id)).not.toContain(product);
			expect(await figures([product])).toEqual({ [product]: 1 });
			expect(await freeQuantities(client, [987_654_321])).toEqual([]);
		});
	});
});
