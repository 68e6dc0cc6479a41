import { money } from '../../../../../lib/core/money';
import { writeOrderMoney } from '../../../../../lib/settlement/odoo/write-order-money';
import { callsOf, odooWithRows } from '../../odoo/odoo-with-rows';
import { entry } from '../entries';
import { odooWithLedger } from './odoo-with-ledger';

const entries = [
	entry('42', 'paid', money(9900, 'CNY')),
	entry('42', 'settled', money(1394, 'USD')),
	entry('42', 'fee', money(-8, 'USD')),
	entry('43', 'paid', money(100, 'CNY')),
];
const order = (id: number, more: object = {}) => ({
	...{ id, x_wechat_money: false, x_wechat_paid: 0, x_wechat_paid_currency: false },
	...{ x_wechat_settled: 0, x_wechat_settled_currency: false },
	...{ x_wechat_received: 0, x_wechat_received_currency: false, ...more },
});

it('writes the sums of the ledger on orders that differ', async () => {
	const known = { x_wechat_money: 'paid', x_wechat_paid: 1, x_wechat_paid_currency: 'CNY' };
	const { odoo } = odooWithLedger({ 'sale.order': [order(42), order(43, known)] });
	const moneyOf = await writeOrderMoney(odoo, entries);
	expect(moneyOf.get(42)).toEqual({
		...{ state: 'settled', paid: money(9900, 'CNY'), settled: money(1386, 'USD') },
	});
	expect(callsOf(odoo, 'sale.order load').map(({ params }) => params?.data)).toEqual([
		[['42', 'settled', '99.00', 'CNY', '13.86', 'USD', '0', '']],
	]);
});

it('writes the amounts of the other orders when one was received in two currencies', async () => {
	const mixed = [
		entry('42', 'received', money(60_000, 'INR')),
		entry('42', 'received', money(5000, 'HKD')),
	];
	const { odoo } = odooWithLedger({ 'sale.order': [order(42), order(43)] });
	const moneyOf = await writeOrderMoney(odoo, [...entries, ...mixed]);
	expect(moneyOf.get(42)?.problem).toContain('600.00 INR and 50.00 HKD');
	expect(callsOf(odoo, 'sale.order load').map(({ params }) => params?.data)).toEqual([
		[
			['42', 'received', '99.00', 'CNY', '13.86', 'USD', '0', ''],
			['43', 'paid', '1.00', 'CNY', '0', '', '0', ''],
		],
	]);
});

it('leaves a database without these fields alone', async () => {
	const odoo = odooWithRows({ 'sale.order': [order(42)] }, () => true, ['x_wechat_money']);
	expect((await writeOrderMoney(odoo, entries)).size).toBe(2);
	expect(odoo.calls).toEqual([]);
});
