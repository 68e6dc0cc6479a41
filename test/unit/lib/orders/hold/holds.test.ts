import { IntegrationError } from '../../../../../lib/core/errors';
import { closeHolds, convertHold, latestHold } from '../../../../../lib/orders/hold/holds';
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

/** Odoo with the hold 11 in a state, which has a closing note with this subject. */
const closedBy = (subject: string, state = 'sale') =>
	fakeOdoo(({ model, method }, index) => {
		if (method === 'check_object_reference') return index === 0 ? ['sale.order', 11] : unknown();
		if (method === 'load') return { ids: [5], messages: [] };
		if (method === 'web_search_read') return { records: [{ id: 11, state, order_line: [] }] };
		return model === 'mail.message' ? [{ id: 5, subject }] : true;
	});

it('makes a hold the paid order, once its payment has closed it', async () => {
	const order = paidOrder();
	const { transaction_id: transaction } = order.payment;
	const odoo = closedBy(`WeChat hold paid by ${transaction}`);
	expect(await convertHold(odoo, order)).toBe(11);
	expect(odoo.calls.at(-1)).toMatchObject({
		method: 'write',
		ids: [11],
		params: { vals: { client_order_ref: transaction } },
	});
});

it('marks a converted hold as paid where Set Up has added the field', async () => {
	const order = paidOrder({ success_time: '2026-12-01T00:30:00+08:00' });
	const paid = `WeChat hold paid by ${order.payment.transaction_id}`;
	const odoo = { ...closedBy(paid), fields: async () => new Set(['x_wechat_paid_on']) };
	await convertHold(odoo, order);
	expect(odoo.calls.at(-1)?.params?.vals).toMatchObject({
		x_wechat_paid_on: '2026-11-30 16:30:00',
	});
});

it('does not convert a hold that was released first, and finishes an interrupted release', async () => {
	const released = closedBy('WeChat hold released', 'cancel');
	expect(await convertHold(released, paidOrder())).toBeUndefined();
	expect(released.calls.map(({ method }) => method)).not.toContain('action_cancel');
	const interrupted = closedBy('WeChat hold released', 'sale');
	expect(await convertHold(interrupted, paidOrder())).toBeUndefined();
	const methods = interrupted.calls.map(({ method }) => method);
	expect(methods).toContain('action_cancel');
	expect(methods).not.toContain('write');
});

it('reports which holds were released, and which were paid before', async () => {
	expect(await closeHolds(closedBy('WeChat hold released'), [11], 'released')).toEqual(
		new Set([11]),
	);
	expect(await closeHolds(closedBy('WeChat hold paid by 42'), [11], 'released')).toEqual(new Set());
	expect(await closeHolds(closedBy(''), [], 'released')).toEqual(new Set());
});
