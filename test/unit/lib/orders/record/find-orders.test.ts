import { findOrders } from '../../../../../lib/orders/record/find-orders';
import { paymentKey } from '../../../../../lib/orders/model/order-keys';
import { IntegrationError } from '../../../../../lib/core/errors';
import { fakeOdoo } from '../../odoo/fake-odoo';
import { paidOrder } from '../orders';

const ORDER = paidOrder();
const unknown = new IntegrationError({
	code: 'ODOO_EXTERNAL_ID_UNKNOWN',
	message: '',
	likelyCause: '',
	nextStep: '',
});
const odoo = (rows: object[], reference?: [string, number]) =>
	fakeOdoo(({ method }) => {
		if (method === 'search_read') return rows;
		if (reference) return reference;
		throw unknown;
	});
const entered = { id: 3, client_order_ref: ORDER.payment.transaction_id, origin: false };
const copied = { id: 4, client_order_ref: false, origin: 'WeChat Pay SHOP1' };
const find = async (client: ReturnType<typeof odoo>, hold?: number) =>
	(await findOrders(client, [ORDER], async () => hold)).get(paymentKey(ORDER));

it('asks for no external id where no order carries a reference', async () => {
	const client = odoo([]);
	expect(await find(client)).toBeUndefined();
	expect(client.calls).toHaveLength(1);
});

it('takes the order behind the external id, not a copy of it', async () => {
	expect(await find(odoo([copied, { ...copied, id: 9 }], ['sale.order', 9]))).toEqual({
		id: 9,
		ours: true,
	});
});

it('names orders that a person entered beside it, but not cancelled ones', async () => {
	const besides = [
		{ ...entered, name: 'S3', state: 'sale' },
		{ ...entered, id: 5, name: 'S5', state: 'cancel' },
	];
	expect(await find(odoo([{ ...entered, id: 9 }, ...besides], ['sale.order', 9]))).toEqual({
		id: 9,
		ours: true,
		others: ['S3'],
	});
});

it('knows an order that was entered by a person for what it is', async () => {
	expect(await find(odoo([entered]))).toEqual({ id: 3, ours: false });
});

it("does not take another order with the shop's number for the payment's", async () => {
	expect(await find(odoo([copied]))).toBeUndefined();
});

it('finds the hold of a payment without an order', async () => {
	expect(await find(odoo([copied]), 7)).toEqual({ id: 7, ours: true, held: true });
});
