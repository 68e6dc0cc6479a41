import { findOrders, type TakeHolds } from '../../../../../lib/orders/record/find-orders';
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
const OWN = `wechat_pay.${paymentKey(ORDER)}`;
const HOLD = 'wechat_pay.1900000001_hold-SHOP1';
/** Odoo with orders, and their external ids by database id. */
const odoo = (rows: object[], names: Record<number, string> = {}, reference?: [string, number]) =>
	fakeOdoo(({ method, ids = [] }) => {
		if (method === 'search_read') return rows;
		if (method === 'get_metadata')
			return ids.map((id) => ({ id, xmlids: names[id] ? [{ xmlid: names[id] }] : [] }));
		if (reference) return reference;
		throw unknown;
	});
const entered = { id: 3, client_order_ref: ORDER.payment.transaction_id, origin: false };
const copied = { id: 4, client_order_ref: false, origin: 'WeChat Pay SHOP1' };
/** @param paid the holds that their payments take */
const find = async (client: ReturnType<typeof odoo>, ...paid: number[]) => {
	const take: TakeHolds = async (_, holds) =>
		new Set(holds.map(({ id }) => id).filter((id) => paid.includes(id)));
	return (await findOrders(client, [ORDER], take)).get(paymentKey(ORDER));
};

it('asks for no external id where no order carries a reference', async () => {
	const client = odoo([]);
	expect(await find(client)).toBeUndefined();
	expect(client.calls).toHaveLength(1);
});

it('takes the order behind the external id, not a copy of it', async () => {
	expect(await find(odoo([copied, { ...copied, id: 9 }], { 9: OWN }))).toEqual({
		id: 9,
		ours: true,
	});
});

it('names orders that a person entered beside it, but not cancelled ones', async () => {
	const besides = [
		{ ...entered, name: 'S3', state: 'sale' },
		{ ...entered, id: 5, name: 'S5', state: 'cancel' },
	];
	expect(await find(odoo([{ ...entered, id: 9 }, ...besides], { 9: OWN }))).toEqual({
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

it('finds its own order whose references were changed, while another one carries them', async () => {
	expect(await find(odoo([copied], {}, ['sale.order', 9]))).toEqual({ id: 9, ours: true });
});

it('takes the newest hold of a payment without an order', async () => {
	const rows = [copied, { ...copied, id: 7 }];
	const names = { 4: HOLD, 7: `${HOLD}_2` };
	expect(await find(odoo(rows, names), 7)).toEqual({ id: 7, ours: true, held: true });
});

it('does not take a hold that was released first', async () => {
	expect(await find(odoo([copied], { 4: HOLD }))).toBeUndefined();
});

it('reads the external ids of all hits in one call', async () => {
	const client = odoo([{ ...copied, id: 7 }], { 7: HOLD });
	await find(client, 7);
	expect(client.calls.map(({ method }) => method)).toEqual(['search_read', 'get_metadata']);
});
