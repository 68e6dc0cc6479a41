import { IntegrationError } from '../../../../../lib/core/errors';
import { paymentKey } from '../../../../../lib/orders/model/order-keys';
import { lineNotes, paymentNote } from '../../../../../lib/orders/record/payment-notes';
import { waitingDrafts } from '../../../../../lib/orders/record/waiting-drafts';
import { fakeOdoo } from '../../odoo/fake-odoo';
import { paidOrder } from '../orders';

const ORDER = { ...paidOrder(), merchantCouponFen: 300 };
const NOTES = lineNotes(ORDER).map((name) => ({ order_id: [1, 'S1'], product_id: false, name }));
const unknown = new IntegrationError({
	...{ code: 'ODOO_EXTERNAL_ID_UNKNOWN', message: '', likelyCause: '', nextStep: '' },
});

const KEY = paymentKey(ORDER);
const ID = `wechat_pay.${KEY}`;

async function read({
	lines = NOTES as object[],
	body = paymentNote(ORDER),
	xmlid = ID as string | false,
	order = 1,
	exists = true,
} = {}) {
	const odoo = fakeOdoo(({ model, method, params }) => {
		if (method === 'get_metadata') {
			return [{ id: 1, xmlids: [{ xmlid: 'x.copy' }, ...(xmlid ? [{ xmlid }] : [])] }];
		}
		if (method === 'check_object_reference') {
			return exists && params?.xml_id === `${KEY}_payment`
				? ['mail.message', 3]
				: Promise.reject(unknown);
		}
		if (model === 'sale.order') return [{ id: 1, name: 'S1', state: 'draft' }];
		return model === 'mail.message' ? [{ id: 3, res_id: order, body }] : lines;
	});
	return await waitingDrafts(odoo);
}

it('reads a draft without products as the item that it was recorded from', async () => {
	const { transaction_id, mchid, appid, out_trade_no, lines } = ORDER.payment;
	expect(await read()).toEqual([
		{
			...{ trade_state: 'SUCCESS', transaction_id, mchid, appid, out_trade_no, lines },
			amount: { total: 24800, currency: 'CNY' },
			total_fen: 24800,
			total: '248.00',
			promotion_detail: [{ merchant_contribute: 300 }],
			odoo: { status: 'needs_review', sale_order_id: 1, name: 'S1', state: 'draft' },
		},
	]);
});

it.each<[string, Parameters<typeof read>[0]]>([
	[
		'with products',
		{ lines: [...NOTES, { order_id: [1, 'S1'], product_id: [41, 'Tee'], name: 'Tee' }] },
	],
	['without lines', { lines: [] }],
	['without a note on its payment', { body: '<p>Hello</p>' }],
	['whose note is on another order', { order: 2 }],
	['without an external id', { xmlid: false }],
	['whose note was deleted', { exists: false }],
	['whose note is of another payment', { body: paymentNote(paidOrder({ transaction_id: '43' })) }],
])('leaves out a draft %s', async (_, change) => {
	expect(await read(change)).toEqual([]);
});
