import { readOdooOrders } from '../../../../../lib/reconciliation/odoo/read-odoo-orders';
import { odooWithRows } from '../../odoo/odoo-with-rows';
import { DATE, number, pay, refund } from '../day';

const order = (id: number, more: object = {}) => ({
	...{ id, name: `S${id}`, state: 'sale', origin: `WeChat Pay SHOP${id}` },
	...{ client_order_ref: number(id), amount_total: 199, currency_id: [6, 'CNY'] },
	...{ create_date: '2026-11-21 03:30:00', x_wechat_mchid: '1900000001', ...more },
});
const read = async (orders: Array<ReturnType<typeof order>>, bill = [pay(1)]) =>
	(await readOdooOrders(odooWithRows({ 'sale.order': orders }), bill, DATE, false)).orders;

it('reads the orders of the bill, and all others of the day, each once', async () => {
	const elsewhere = number(7).replace('20261121', '20261120');
	const orders = await read([
		order(1, { create_date: '2026-11-30 00:00:00' }),
		order(2),
		order(3, { create_date: '2026-11-25 00:00:00' }),
		order(4, { client_order_ref: elsewhere, create_date: '2026-11-21 16:00:00' }),
		order(5, { client_order_ref: 'WeChat hold until 2026-11-21 04:00:00 UTC' }),
		order(6, { client_order_ref: false }),
	]);
	expect(orders.map(({ name }) => name)).toEqual(['S1', 'S2', 'S3']);
	expect(orders[1]).toEqual({
		...{ id: 2, name: 'S2', transaction_id: number(2), out_trade_no: 'SHOP2', state: 'sale' },
		...{ mchid: '', total: { amount: 19900, currency: 'CNY' }, recorded: DATE },
	});
});

it('takes a payment to the day of Beijing on which it was recorded', async () => {
	const [late] = await read([order(1, { create_date: '2026-11-21 16:00:00' })]);
	expect(late?.recorded).toBe('2026-11-22');
	const [unknown] = await read([order(1, { create_date: false })]);
	expect(unknown?.recorded).toBe('');
});

it('reads the merchant where set-up has made the field', async () => {
	const odoo = odooWithRows({ 'sale.order': [order(1)] }, () => true, ['x_wechat_mchid']);
	const { orders } = await readOdooOrders(odoo, [pay(1)], DATE, false);
	expect(orders[0]?.mchid).toBe('1900000001');
	expect(odoo.calls[0]?.params?.fields).toContain('x_wechat_mchid');
});

it('reads the credit notes of refunds, with the right to', async () => {
	const note = { id: 1, move_type: 'out_refund', state: 'posted', amount_total: 1 };
	const notes = [
		{ ...note, ref: 'WeChat refund 501', currency_id: [6, 'CNY'] },
		{ ...note, id: 2, move_type: 'out_invoice', ref: 'WeChat refund 501' },
	];
	const odoo = odooWithRows({ 'account.move': notes });
	const day = await readOdooOrders(odoo, [pay(1), refund(1)], DATE, true);
	expect(day.refunds).toEqual([
		{ refund_id: '501', state: 'posted', total: { amount: 100, currency: 'CNY' } },
	]);
	expect(await readOdooOrders(odoo, [], DATE, false)).not.toHaveProperty('refunds');
	const denied = odooWithRows({}, () => false);
	await expect(readOdooOrders(denied, [], DATE, true)).rejects.toMatchObject({
		code: 'ODOO_ACCESS_DENIED',
	});
});
