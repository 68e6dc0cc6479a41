import { connectOdoo } from '../../../lib/odoo/connect';
import type { OdooClient } from '../../../lib/odoo/client';
import { anHourAgo, payment, unmapped } from '../support/payments';
import { record } from '../support/recording';
import { seenOrders } from '../support/seen-orders';
import { useShop } from '../support/shop';
import { protocolsOf, VERSIONS } from '../support/versions';

/** What is left for a person: as a draft with an activity, and never touched again. */
describe.each(VERSIONS)('Reviews in Odoo %s', (version) => {
	const shop = useShop(version);

	describe.each(protocolsOf(version))('over %s', (protocol) => {
		let client: OdooClient;
		let product: number;
		beforeAll(async () => {
			client = await shop().connect(protocol);
			product = shop().product(1000);
		});

		it('keeps an unmapped payment as a draft with notes and one activity, and reserves nothing', async () => {
			const order = unmapped(payment([{ product, quantity: 2, price: 100 }]));
			const [recorded] = await record(client, [order]);
			expect(recorded).toMatchObject({ status: 'needs_review', state: 'draft', lines: [] });
			expect(recorded?.reason).toContain('is not in the table');
			await record(client, [order]);
			const [seen, ...others] = await seenOrders(shop(), order);
			expect(others).toEqual([]);
			expect(seen).toMatchObject({ state: 'draft', currency: 'CNY', source: 'WeChat', moves: 0 });
			expect(seen?.lines).toEqual([
				[0, 0],
				[0, 0],
			]);
			expect(seen?.notes).toEqual(['Paid: 2.00 CNY', `SKU SKU-${product} × 2 at 1.00 CNY`]);
			expect(seen?.activities).toHaveLength(1);
			expect(seen?.activities[0]).toContain('is not in the table');
		});

		it('leaves an order whose total is not what was paid, with both amounts in its activity', async () => {
			const order = payment([{ product, quantity: 1, price: 100 }], 101);
			const [recorded] = await record(client, [order]);
			expect(recorded).toMatchObject({
				status: 'needs_review',
				state: 'draft',
				amount_total: '1.00',
			});
			const [seen] = await seenOrders(shop(), order);
			expect(seen).toMatchObject({ state: 'draft', moves: 0 });
			expect(seen?.activities).toHaveLength(1);
			expect(seen?.activities[0]).toMatch(/1\.00 CNY.*1\.01 CNY/);
		});

		it('sees a tax on top of the price as a wrong total, unless told to leave taxes out', async () => {
			const { admin } = shop();
			const tax = await admin.call<number>('account.tax', 'create', [
				{ name: `On top ${protocol}`, amount: 13, amount_type: 'percent', type_tax_use: 'sale' },
			]);
			const taxed = shop().product(1000);
			await admin.call('product.product', 'write', [[taxed], { taxes_id: [[6, 0, [tax]]] }]);
			const line = { product: taxed, quantity: 1, price: 100 };
			const [withTax] = await record(client, [payment([line])], { taxes: 'odoo' });
			expect(withTax).toMatchObject({ status: 'needs_review', amount_total: '1.13' });
			expect(withTax?.reason).toContain('includes 0.13 tax');
			const [without] = await record(client, [payment([line])]);
			expect(without).toMatchObject({ status: 'reserved', amount_total: '1.00' });
		});

		it('does not revive a cancelled order', async () => {
			const order = payment([{ product, quantity: 1, price: 100 }]);
			const [first] = await record(client, [order]);
			await shop().admin.call('sale.order', 'write', [[first?.sale_order_id], { state: 'cancel' }]);
			const [again] = await record(client, [order]);
			expect(again).toMatchObject({ status: 'needs_review', state: 'cancel', adopted: true });
			const [seen, ...others] = await seenOrders(shop(), order);
			expect(others).toEqual([]);
			expect(seen?.state).toBe('cancel');
			expect(seen?.activities[0]).toContain('cancelled');
		});

		it('does not overwrite a draft that a person repairs, and gives a missing activity back', async () => {
			const order = unmapped(payment([{ product, quantity: 1, price: 100 }]));
			const [first] = await record(client, [order]);
			const { admin } = shop();
			const draft = first?.sale_order_id;
			const line = { order_id: draft, product_id: product, product_uom_qty: 1, price_unit: 1 };
			await admin.call('sale.order.line', 'create', [line]);
			const todo = [
				['res_model', '=', 'sale.order'],
				['res_id', '=', draft],
			];
			const activities = await admin.call<number[]>('mail.activity', 'search', [todo]);
			await admin.call('mail.activity', 'unlink', [activities]);
			const [before] = await seenOrders(shop(), order);
			const [again] = await record(client, [order]);
			expect(again).toMatchObject({ status: 'needs_review', sale_order_id: draft });
			const [after] = await seenOrders(shop(), order);
			expect(after).toEqual({ ...before, activities: [expect.any(String)] });
		});

		it('does not take an order typed in by hand for its own, and makes no second one', async () => {
			const order = anHourAgo(payment([{ product, quantity: 1, price: 100 }]));
			const { admin } = shop();
			const [partner] = await admin.call<number[]>('res.partner', 'search', [[]], { limit: 1 });
			const typed = { partner_id: partner, client_order_ref: order.payment.transaction_id };
			const id = await admin.call<number>('sale.order', 'create', [typed]);
			const [recorded] = await record(client, [order]);
			expect(recorded).toMatchObject({ status: 'needs_review', sale_order_id: id, state: 'draft' });
			expect(await seenOrders(shop(), order)).toHaveLength(1);
		});

		it('makes no order beside one that was typed in within the seconds since the payment', async () => {
			await record(client, [payment([{ product, quantity: 1, price: 100 }])]);
			const order = payment([{ product, quantity: 1, price: 100 }]);
			const { admin } = shop();
			const [partner] = await admin.call<number[]>('res.partner', 'search', [[]], { limit: 1 });
			const typed = { partner_id: partner, client_order_ref: order.payment.transaction_id };
			const id = await admin.call<number>('sale.order', 'create', [typed]);
			const [recorded] = await record(client, [order]);
			expect(recorded).toMatchObject({ status: 'needs_review', sale_order_id: id, state: 'draft' });
			const seen = await seenOrders(shop(), order);
			expect(seen.filter(({ state }) => state !== 'cancel').map((one) => one.id)).toEqual([id]);
		});

		it('confirms nothing that another worker left to a person seconds ago', async () => {
			const line = { product, quantity: 1, price: 100 };
			await record(client, [payment([line])]);
			const order = payment([line]);
			const other = await connectOdoo({ ...shop().connection(protocol), timeoutMs: 58_500 });
			const [draft] = await record(other, [unmapped(order)]);
			const [again] = await record(client, [order]);
			expect(again).toMatchObject({ status: 'needs_review', sale_order_id: draft?.sale_order_id });
			expect(await seenOrders(shop(), order)).toMatchObject([
				{ state: 'draft', activities: [expect.any(String)] },
			]);
		});
	});
});
