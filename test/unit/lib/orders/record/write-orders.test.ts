import { IntegrationError } from '../../../../../lib/core/errors';
import { paymentKey } from '../../../../../lib/orders/model/order-keys';
import type { PaidOrder } from '../../../../../lib/orders/model/paid-order';
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
	references: Record<string, IntegrationError> = {},
) {
	const odoo = fakeOdoo((call) => {
		if (call.method === 'load') return answer(call);
		if (call.method === 'check_object_reference') throw unknown;
		if (call.method === 'has_access') return true;
		return [{ id: 41, name: 'Tee', default_code: 'TEE', active: false, sale_ok: true }];
	});
	const found = new Map(
		orders.map((order) => [paymentKey(order), references[paymentKey(order)] ?? REFERENCES]),
	);
	const written = await writeOrders(odoo, orders, found, { taxes: 'odoo' });
	const loads = odoo.calls.filter(({ method }) => method === 'load');
	return { written: [...written.values()], loads };
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
			rejected:
				'Product TEE (Tee) is archived. Product 42 does not exist in Odoo any more, or belongs to a company that the user may not see. No.',
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

it('writes nothing for a payment without references', async () => {
	const error = new IntegrationError({
		...{ code: 'ODOO_PRICELIST_MISSING', message: '', likelyCause: '', nextStep: '' },
	});
	const { written, loads } = await write([paidOrder()], () => undefined, {
		[paymentKey(paidOrder())]: error,
	});
	expect(written).toEqual([{ error }]);
	expect(loads).toEqual([]);
});
