import { IntegrationError } from '../../../../../lib/core/errors';
import type { PaidOrder } from '../../../../../lib/orders/model/paid-order';
import { previewOrders } from '../../../../../lib/orders/record/preview-orders';
import { fakeOdoo } from '../../odoo/fake-odoo';
import { paidOrder } from '../orders';

const unknown = new IntegrationError({
	...{ code: 'ODOO_EXTERNAL_ID_UNKNOWN', message: '', likelyCause: '', nextStep: '' },
});
const LINES = [
	{ id: 1, product_id: { id: 41 }, product_uom_qty: 2 },
	{ id: 2, product_id: { id: 42 }, product_uom_qty: 1 },
];

interface Shop {
	/** Unreserved units of products 41 and 42. */
	free?: [number, number];
	/** The order of the payment. */
	order?: { state: string; activity_ids?: number[] };
	pricelists?: number;
}

async function preview(orders: PaidOrder[], { free = [9, 9], order, pricelists = 1 }: Shop = {}) {
	const odoo = fakeOdoo(
		({ model, method }) => {
			if (method === 'check_object_reference')
				return order ? ['sale.order', 1] : Promise.reject(unknown);
			if (method === 'get_metadata') return [{ id: 1, xmlids: [] }];
			if (method === 'web_search_read') {
				const amounts = { amount_total: 248, amount_tax: 0, currency_id: { display_name: 'CNY' } };
				return { records: [{ id: 1, name: 'S1', ...amounts, ...order, order_line: LINES }] };
			}
			if (model === 'product.pricelist')
				return Array.from({ length: pricelists }, () => ({ id: 2 }));
			if (model === 'product.product') {
				return free.map((free_qty, index) => ({ id: 41 + index, free_qty, is_storable: true }));
			}
			return order ? [{ id: 1, origin: 'WeChat Pay SHOP1' }] : [];
		},
		['sale_line_id', 'is_storable'],
	);
	const outcomes = await previewOrders(odoo, orders, { taxes: 'odoo' });
	const writes = odoo.calls.filter(({ method }) => !/read|reference|fields|metadata/.test(method));
	expect(writes).toEqual([]);
	return outcomes.map((outcome) => ('recorded' in outcome ? outcome.recorded : outcome.error));
}

it('says that a new order would be written, and what would be reserved', async () => {
	const [recorded] = await preview([paidOrder()]);
	expect(recorded).toMatchObject({
		status: 'reserved',
		sale_order_id: 0,
		dry_run: true,
		would: 'A sale order of 248.00 CNY would be written and confirmed.',
		lines: [
			{ sku: 'TEE', reserved: 2 },
			{ sku: 'CAP', reserved: 1 },
		],
	});
});

it('gives each order in turn what the ones before have left', async () => {
	const other = paidOrder({ transaction_id: '42', out_trade_no: 'SHOP2' });
	const outcomes = await preview([paidOrder(), other], { free: [3, 9] });
	expect(outcomes).toMatchObject([
		{ status: 'reserved', lines: [{ reserved: 2 }, { reserved: 1 }] },
		{ status: 'short', lines: [{ reserved: 1, missing: 1 }, { reserved: 1 }] },
	]);
});

it.each<[string, Shop['order'], string]>([
	['a recorded order', { state: 'sale' }, 'Nothing: it is recorded.'],
	['a draft', { state: 'draft' }, 'The draft of 248.00 CNY would be confirmed.'],
	['a draft in review', { state: 'draft', activity_ids: [3] }, 'Nothing: it is in review.'],
	['a cancelled order', { state: 'cancel' }, 'An activity would be made for a person.'],
])('says what would happen to %s', async (_, order, would) => {
	expect(await preview([paidOrder()], { order: order! })).toMatchObject([
		{ sale_order_id: 1, would },
	]);
});

it('says that an unmapped payment would become a draft for a person', async () => {
	const { payment } = paidOrder();
	expect(await preview([{ payment }])).toMatchObject([
		{ status: 'needs_review', would: 'A draft with an activity would be made for a person.' },
	]);
});

it('reports a currency without a pricelist', async () => {
	const outcomes = await preview([paidOrder()], { pricelists: 0 });
	expect(outcomes).toMatchObject([
		{
			status: 'needs_review',
			would: 'A draft with an activity would be made for a person.',
			reason: expect.stringContaining('no active pricelist in CNY'),
		},
	]);
});
