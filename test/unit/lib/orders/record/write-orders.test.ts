import { IntegrationError } from '../../../../../lib/core/errors';
import { paymentKey } from '../../../../../lib/orders/model/order-keys';
import type { PaidOrder } from '../../../../../lib/orders/model/paid-order';
import type { OrderReferences } from '../../../../../lib/orders/record/order-rows';
import { withOwnContacts } from '../../../../../lib/orders/record/order-references';
import { writeOrders } from '../../../../../lib/orders/record/write-orders';
import { fakeOdoo, type MadeCall } from '../../odoo/fake-odoo';
import { paidOrder } from '../orders';

const REFERENCES = { partnerId: 7, shippingPartnerId: 8, pricelistId: 2 };
const accepted = (call: MadeCall, ids: number[]) => ({
	ids: ids.slice(0, rowsOf(call)),
	messages: [],
});
const rejected = (message: string) => ({
	ids: false,
	messages: [{ type: 'error', message, record: 0 }],
});
/** Records in a `load`: only their first rows have the id of the order. */
const rowsOf = ({ params }: MadeCall) =>
	(params?.data as string[][]).filter(([externalId]) => externalId !== '').length;
const hasProducts = ({ params }: MadeCall) =>
	(params?.fields as string[]).includes('order_line/product_id/.id');
const unknown = new IntegrationError({
	...{ code: 'ODOO_EXTERNAL_ID_UNKNOWN', message: '', likelyCause: '', nextStep: '' },
});

async function write(
	orders: PaidOrder[],
	answer: (call: MadeCall) => unknown,
	references: Record<string, OrderReferences> = {},
) {
	const odoo = fakeOdoo((call) => {
		if (call.method === 'load') return answer(call);
		if (call.method === 'check_object_reference') throw unknown;
		if (call.method === 'has_access') return true;
		if (call.model === 'res.users') return [{ id: 5, company_id: [1, 'Shop'] }];
		if (call.model === 'res.company') return [{ id: 1, partner_id: [1, 'Shop'] }];
		return [{ id: 41, name: 'Tee', default_code: 'TEE', active: false, sale_ok: true }];
	});
	const found = new Map(
		orders.map((order) => {
			const own: OrderReferences = references[paymentKey(order)] ?? REFERENCES;
			return [paymentKey(order), own];
		}),
	);
	const written = await writeOrders(odoo, orders, found, { taxes: 'odoo' }, withOwnContacts);
	const loads = odoo.calls.filter(({ method }) => method === 'load');
	return { written: orders.map((order) => written.get(paymentKey(order))), loads };
}

const other = paidOrder({ transaction_id: '42', out_trade_no: 'SHOP2' });

it('writes orders with the same columns in one call', async () => {
	const { written, loads } = await write([paidOrder(), other], (call) => accepted(call, [1, 2]));
	expect(written).toEqual([
		{ id: 1, adopted: false },
		{ id: 2, adopted: false },
	]);
	expect(loads).toHaveLength(1);
});

it('writes a payment without a mapping as a draft with notes', async () => {
	const { payment } = paidOrder();
	const { written, loads } = await write([{ payment }], (call) => accepted(call, [1]));
	expect(written).toEqual([{ id: 1, adopted: false }]);
	expect(loads.map(hasProducts)).toEqual([false]);
});

it('writes an order whose products Odoo rejects as a draft, and names the products', async () => {
	const { written } = await write([paidOrder()], (call) =>
		hasProducts(call) ? rejected('No.') : accepted(call, [1]),
	);
	expect(written).toEqual([
		{
			id: 1,
			adopted: false,
			obstacle: expect.stringContaining(
				'Product TEE (Tee) is archived. Product 42 does not exist in Odoo any more, or belongs to a company that the user may not see. No.',
			),
		},
	]);
});

it('fails only for the payment that Odoo accepts neither as an order nor as a draft', async () => {
	const isOther = ({ params }: MadeCall) => JSON.stringify(params).includes('SHOP2');
	const { written } = await write([paidOrder(), other], (call) => {
		if (!isOther(call)) return accepted(call, [1]);
		const records = rowsOf(call);
		return {
			...rejected('Never.'),
			messages: [{ type: 'error', message: 'Never.', record: records - 1 }],
		};
	});
	expect(written).toMatchObject([
		{ id: 1 },
		{ error: { code: 'ODOO_ORDER_NOT_WRITTEN', message: expect.stringContaining('Never.') } },
	]);
});

it('writes a payment with an obstacle as a draft that names it, and the others as orders', async () => {
	const obstacle = new IntegrationError({
		code: 'ODOO_PRICELIST_MISSING',
		message: 'Odoo has no pricelist in HKD.',
		likelyCause: 'x',
		nextStep: 'Create one.',
	});
	const { partnerId, shippingPartnerId } = REFERENCES;
	const { written, loads } = await write([paidOrder(), other], (call) => accepted(call, [1]), {
		[paymentKey(other)]: { partnerId, shippingPartnerId, obstacle },
	});
	expect(written).toEqual([
		{ id: 1, adopted: false },
		{ id: 1, adopted: false, obstacle: expect.stringMatching(/pricelist in HKD\. Create one\./) },
	]);
	expect(loads.map(hasProducts)).toEqual([true, false]);
	expect(loads[1]?.params?.fields).not.toContain('pricelist_id/.id');
});

it('writes a draft that Odoo rejects without the options of the node, and at last without its buyer', async () => {
	const { payment } = paidOrder();
	const buyers: unknown[] = [];
	const { written } = await write([{ payment }], (call) => {
		const [row] = call.params?.data as string[][];
		buyers.push(row?.[(call.params?.fields as string[]).indexOf('partner_id/.id')]);
		return row?.includes('7') ? rejected('Another company') : accepted(call, [1]);
	});
	expect([...new Set(buyers)]).toEqual(['7', '1']);
	expect(written).toMatchObject([{ id: 1, obstacle: expect.stringContaining('Another company') }]);
});

it('writes an order for a new contact of its buyer where Odoo rejects it in every form', async () => {
	const { written, loads } = await write([paidOrder()], (call) => {
		if (call.model === 'res.partner') return { ids: [70], messages: [] };
		return JSON.stringify(call.params).includes('"70"')
			? accepted(call, [1])
			: rejected('The buyer belongs to another company.');
	});
	expect(written).toEqual([{ id: 1, adopted: false }]);
	const [contact] = loads.filter(({ model }) => model === 'res.partner');
	expect(JSON.stringify(contact?.params)).toContain('_company_');
	expect(hasProducts(loads.at(-1)!)).toBe(true);
});
