import { IntegrationError } from '../../../../../lib/core/errors';
import { closeHolds, convertHolds } from '../../../../../lib/orders/hold/holds';
import { latestHold, newestHoldAmong } from '../../../../../lib/orders/record/find-orders';
import { fakeOdoo } from '../../odoo/fake-odoo';
import { paidOrder } from '../orders';

const unknown = () =>
	Promise.reject(
		new IntegrationError({
			code: 'ODOO_EXTERNAL_ID_UNKNOWN',
			message: '',
			likelyCause: '',
			nextStep: '',
		}),
	);

it('finds the newest hold of an order number', async () => {
	const ids = [11, 12, 13];
	const odoo = fakeOdoo((_, index) => (ids[index] ? ['sale.order', ids[index]] : unknown()));
	expect(await latestHold(odoo, paidOrder())).toEqual({ id: 13, attempt: 3 });
	expect(await latestHold(fakeOdoo(unknown), paidOrder())).toBeUndefined();
});

it.each([
	[{ 11: ['wechat_pay.1900000001_hold-SHOP1'] }, { id: 11, attempt: 1 }],
	[
		{ 12: ['x.y', 'wechat_pay.1900000001_hold-SHOP1_3'], 11: ['wechat_pay.1900000001_hold-SHOP1'] },
		{ id: 12, attempt: 3 },
	],
	[{ 11: ['wechat_pay.1900000001_hold-SHOP1_2_note_1'], 12: [] }, undefined],
	[{ 11: ['wechat_pay.1900000001_hold-SHOP10'] }, undefined],
	[{}, undefined],
])('knows the newest hold among external ids %j', (names, hold) => {
	const byId = new Map(Object.entries(names).map(([id, own]) => [Number(id), own]));
	expect(newestHoldAmong(paidOrder(), byId)).toEqual(hold);
});

/** Odoo with the hold 11 in a state, which has a closing note with this subject. */
const closedBy = (subject: string, state = 'sale') =>
	fakeOdoo(({ model, method }) => {
		if (method === 'load') return { ids: [5], messages: [] };
		if (method === 'web_search_read') return { records: [{ id: 11, state, order_line: [] }] };
		return model === 'mail.message' ? [{ id: 5, subject }] : true;
	});

const convert = async (odoo: ReturnType<typeof closedBy>, order = paidOrder()) =>
	await convertHolds(odoo, [{ order, id: 11 }]);

it('makes a hold the paid order, once its payment has closed it', async () => {
	const order = paidOrder();
	const { transaction_id: transaction } = order.payment;
	const odoo = closedBy(`WeChat hold paid by ${transaction}`);
	expect(await convert(odoo, order)).toEqual(new Set([11]));
	expect(odoo.calls.at(-1)).toMatchObject({
		method: 'load',
		params: { fields: ['.id', 'client_order_ref'], data: [['11', transaction]] },
	});
});

it('marks a converted hold as paid where Set Up has added the field', async () => {
	const order = paidOrder({ success_time: '2026-12-01T00:30:00+08:00' });
	const paid = `WeChat hold paid by ${order.payment.transaction_id}`;
	const odoo = { ...closedBy(paid), fields: async () => new Set(['x_wechat_paid_on']) };
	await convert(odoo, order);
	expect(odoo.calls.at(-1)?.params).toMatchObject({
		fields: ['.id', 'client_order_ref', 'x_wechat_paid_on'],
		data: [['11', order.payment.transaction_id, '2026-11-30 16:30:00']],
	});
});

it('does not convert a hold that was released first, and finishes an interrupted release', async () => {
	const released = closedBy('WeChat hold released', 'cancel');
	expect(await convert(released)).toEqual(new Set());
	expect(released.calls.map(({ method }) => method)).not.toContain('action_cancel');
	const interrupted = closedBy('WeChat hold released', 'sale');
	expect(await convert(interrupted)).toEqual(new Set());
	expect(interrupted.calls.map(({ method }) => method)).toContain('action_cancel');
	const written = interrupted.calls.filter(
		({ model, method }) => `${model} ${method}` === 'sale.order load',
	);
	expect(written).toEqual([]);
});

it('reports which holds were released, and which were paid before', async () => {
	expect(await closeHolds(closedBy('WeChat hold released'), [{ id: 11 }])).toEqual(new Set([11]));
	expect(await closeHolds(closedBy('WeChat hold paid by 42'), [{ id: 11 }])).toEqual(new Set());
	expect(await closeHolds(closedBy(''), [])).toEqual(new Set());
});
