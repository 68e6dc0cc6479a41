import {
	closedRefunds,
	creditNotes,
	withCreditedOrders,
} from '../../../../../lib/reconciliation/odoo/read-refunds';
import { odooWithRows } from '../../odoo/odoo-with-rows';
import { order, refund } from '../day';

const note = (id: number, more: object) => ({
	...{ id, move_type: 'out_refund', state: 'posted', amount_total: 1, currency_id: [6, 'CNY'] },
	...{ ref: `WeChat refund 50${id}`, invoice_origin: `S${id}`, ...more },
});

it('reads the credit notes of the refunds of a bill', async () => {
	const odoo = odooWithRows({ 'account.move': [note(1, {}), note(2, {})] });
	expect(await creditNotes(odoo, [refund(1)])).toEqual([
		{ refund_id: '501', state: 'posted', total: { amount: 100, currency: 'CNY' } },
	]);
});

it('knows a cancelled order whose refund is on the bill of another day', async () => {
	const odoo = odooWithRows({
		'account.move': [note(1, {}), note(2, { state: 'cancel' }), note(3, { ref: 'by hand' })],
	});
	const orders = [1, 2, 3].map((index) => order(index, { state: 'cancel' }));
	const marked = await withCreditedOrders(odoo, orders);
	expect(marked.map(({ credited }) => credited)).toEqual([true, undefined, undefined]);
});

it('knows a refund in progress that WeChat closed after the bill, by the note on its order', async () => {
	const open = [1, 2, 3].map((index) => refund(index, { refund_status: 'PROCESSING' }));
	const messages = [
		{ id: 11, body: '<p>WeChat Pay refund 501: CLOSED, 1.00 CNY</p>' },
		{ id: 12, body: '<p>WeChat Pay refund 502: ABNORMAL, 1.00 CNY</p>' },
	];
	const odoo = odooWithRows({ 'mail.message': messages }, ({ params }) => {
		const [, index] = /_50(\d)_note$/.exec(String(params?.xml_id)) ?? [];
		return index && index !== '3' ? ['mail.message', 10 + Number(index)] : [];
	});
	expect([...(await closedRefunds(odoo, open, []))]).toEqual(['501']);
	expect([...(await closedRefunds(odoo, [refund(1)], []))]).toEqual([]);
});
