import { readBacklog } from '../../../../lib/orders/read-backlog';
import { fakeOdoo, type MadeCall } from '../odoo/fake-odoo';

const NOW = Date.parse('2026-11-11T12:30:00Z');
const quant = (id: number, quantity: number, reserved_quantity: number) => ({
	id,
	product_id: [9, 'Tee'],
	location_id: [8, 'WH/Stock'],
	lot_id: false,
	quantity,
	reserved_quantity,
});

/** A copy of a short order, which has no external id. */
const COPY = 6;

/** An Odoo with these drafts, to-dos on order 1, and stock records. */
function odoo(quants: Array<ReturnType<typeof quant>>, drafts = 2) {
	const orders = [
		{ id: 1, name: 'S00001', origin: 'WeChat Pay 20261111-1', create_date: '2026-11-11 12:00:00' },
		{ id: 2, name: 'S00002', origin: 'WeChat Pay 20261111-2', create_date: '2026-11-11 12:20:00' },
	].slice(0, drafts);
	const answers: Record<string, (call: MadeCall) => unknown> = {
		'sale.order.search_read': ({ params }) =>
			JSON.stringify(params).includes('move_ids') ? [3, 4, 5, COPY].map((id) => ({ id })) : orders,
		'sale.order.get_metadata': ({ ids = [] }) =>
			ids.map((id) => ({ id, xmlids: id === COPY ? [] : [{ xmlid: 'wechat_pay.x' }] })),
		'mail.activity.search_read': () => [{ id: 5, res_id: 1 }],
		'stock.quant.search_read': ({ params }) =>
			JSON.stringify(params).includes('reserved_quantity",">"')
				? quants.filter((one) => one.reserved_quantity > 0)
				: quants,
	};
	return fakeOdoo((call) => answers[`${call.model}.${call.method}`]?.(call));
}

it('tells apart what waits for a person and what was left in the middle, and names the oldest', async () => {
	expect(await readBacklog(odoo([]), NOW)).toEqual({
		in_review: 1,
		unfinished: 1,
		oldest: { out_trade_no: '20261111-1', order: 'S00001', waiting_minutes: 30 },
		short: 3,
		oversold: 0,
	});
});

it('has no oldest where nothing waits', async () => {
	expect(await readBacklog(odoo([], 0), NOW)).toMatchObject({
		in_review: 0,
		unfinished: 0,
		oldest: null,
	});
});

it('counts pieces that are reserved twice, and not those whose stock lies in a record beside', async () => {
	expect(await readBacklog(odoo([quant(1, 5, 7)]), NOW)).toMatchObject({ oversold: 2 });
	expect(await readBacklog(odoo([quant(1, 0, 2), quant(2, 5, 1)]), NOW)).toMatchObject({
		oversold: 0,
	});
});
