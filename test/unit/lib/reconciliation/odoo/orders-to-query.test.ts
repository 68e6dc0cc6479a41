import { ordersToQuery } from '../../../../../lib/reconciliation/odoo/orders-to-query';
import { odooWithRows } from '../../odoo/odoo-with-rows';

const order = (id: number, more: object = {}) => ({
	...{ id, name: `S${id}`, state: 'sale', origin: `WeChat Pay SHOP${id}` },
	...{ client_order_ref: `T${id}`, create_date: '2026-11-22 03:30:00', ...more },
});

it('names open holds, and orders that were recorded a short time ago', async () => {
	const hold = { client_order_ref: 'WeChat hold until 2026-11-22 04:00:00 UTC' };
	const orders = [
		order(1, hold),
		order(2, { ...hold, state: 'cancel' }),
		order(3),
		order(4, { create_date: '2026-11-22 02:59:59' }),
		order(5, { origin: false }),
		order(6, { copied: true }),
	];
	const odoo = odooWithRows({ 'sale.order': orders });
	expect(await ordersToQuery(odoo, Date.UTC(2026, 10, 22, 3))).toEqual([
		{ out_trade_no: 'SHOP1', reason: 'hold', sale_order_id: 1, name: 'S1', state: 'sale' },
		{ out_trade_no: 'SHOP3', reason: 'paid', sale_order_id: 3, name: 'S3', state: 'sale' },
	]);
});
