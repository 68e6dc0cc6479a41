import type { OdooClient } from '../../../lib/odoo/client';
import type { RecordOptions } from '../../../lib/orders/model/paid-order';
import { isBefore } from '../../../tools/services/odoo-versions';
import { payment } from '../support/payments';
import { record } from '../support/recording';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';

interface Row {
	id: number;
	[field: string]: unknown;
}

/** Whatever makes up an order's total besides the goods. */
describe.each(VERSIONS)('Totals in Odoo %s', (version) => {
	const shop = useShop(version);

	describe.each(protocolsOf(version))('over %s', (protocol) => {
		let client: OdooClient;
		let product: number;
		const admin = () => shop().admin;
		beforeAll(async () => {
			client = await shop().connect(protocol);
			product = shop().product(1000);
		});
		const service = async (name: string) =>
			await admin().call<number>('product.product', 'create', [
				{ name: `${name} ${protocol}`, type: 'service', taxes_id: [[5]] },
			]);
		const read = async (model: string, id: unknown, fields: string[]) =>
			(await admin().call<Row[]>(model, 'read', [[id], fields]))[0];
		const first = (many2one: unknown) => (Array.isArray(many2one) ? (many2one[0] as number) : 0);

		it("gives shipping, the shop's discount and the merchant's part of coupons their lines", async () => {
			const order = payment([{ product, quantity: 1, price: 10_000 }], 10_500);
			Object.assign(order, { shippingFen: 1_000, discountFen: 500, merchantCouponFen: 300 });
			const options: RecordOptions = {
				taxes: 'none',
				shippingProductId: await service('Express'),
				discountProductId: await service('Discount'),
			};
			const [recorded] = await record(client, [order], options);
			expect(recorded).toMatchObject({ status: 'reserved', state: 'sale', amount_total: '102.00' });
			const lines = await admin().call<Row[]>('sale.order.line', 'search_read', [
				[['order_id', '=', recorded?.sale_order_id]],
				['price_total'],
			]);
			expect(lines.map(({ price_total: total }) => total).sort()).toEqual([-3, -5, 10, 100]);
		});

		it('leaves a discount without a product for its line to a person', async () => {
			const order = payment([{ product, quantity: 1, price: 10_000 }], 9_500);
			const [recorded] = await record(client, [{ ...order, discountFen: 500 }]);
			expect(recorded).toMatchObject({ status: 'needs_review', state: 'draft' });
			expect(recorded?.reason).toMatch(/100\.00 CNY, but 95\.00 CNY/);
		});

		it('maps taxes by the chosen fiscal position, and holds a tax in the price to the total', async () => {
			const tax = async (name: string, included: boolean) => {
				const field = isBefore(version, '18')
					? { price_include: included }
					: { price_include_override: included ? 'tax_included' : 'tax_excluded' };
				return await admin().call<number>('account.tax', 'create', [
					{
						name: `${name} ${protocol}`,
						amount: 13,
						amount_type: 'percent',
						type_tax_use: 'sale',
						...field,
					},
				]);
			};
			const onTop = await tax('On top of', false);
			const goods = shop().product(1000);
			const set = async (id: number) =>
				await admin().call('product.product', 'write', [[goods], { taxes_id: [[6, 0, [id]]] }]);
			await set(await tax('In price', true));
			const line = { product: goods, quantity: 3, price: 333 };
			const [included] = await record(client, [payment([line])], { taxes: 'odoo' });
			expect(included).toMatchObject({ status: 'reserved', amount_total: '9.99' });

			await set(onTop);
			const position = await admin().call<number>('account.fiscal.position', 'create', [
				{ name: `No tax ${protocol}` },
			]);
			if (isBefore(version, '19')) {
				const mapping = { position_id: position, tax_src_id: onTop };
				await admin().call('account.fiscal.position.tax', 'create', [mapping]);
			}
			const [mapped] = await record(client, [payment([line])], {
				taxes: 'odoo',
				fiscalPositionId: position,
			});
			const [order] = [await read('sale.order', mapped?.sale_order_id, ['fiscal_position_id'])];
			expect(first(order?.fiscal_position_id)).toBe(position);
			// From Odoo 19 on a tax itself says which positions replace it.
			if (isBefore(version, '19')) expect(mapped).toMatchObject({ amount_total: '9.99' });
			else expect(mapped?.status).toMatch(/reserved|needs_review/);
		});
	});
});
