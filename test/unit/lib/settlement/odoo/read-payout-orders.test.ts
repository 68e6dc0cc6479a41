import { money } from '../../../../../lib/core/money';
import { appendEntries } from '../../../../../lib/settlement/odoo/append-entries';
import { readPayoutOrders } from '../../../../../lib/settlement/odoo/read-payout-orders';
import type { Leg } from '../../../../../lib/settlement/ledger-entry';
import { entry } from '../entries';
import { odooWithLedger } from './odoo-with-ledger';

const PAYOUT = {
	...{ batch_id: 'B1', mchid: '1900000001', date: '2026-11-22' },
	...{ from: '2026-11-20', until: '2026-11-21', settled: money(1386, 'USD') },
};

it('finds what was settled on the days of a payout, by order', async () => {
	const { odoo } = odooWithLedger({ 'sale.order': [{ id: 42, name: 'S00042' }] });
	const one = (leg: Leg, amount: number, code = 'USD', more: object = {}) => ({
		entry: { ...entry('42', leg, money(amount, code)), ...more },
		sale: { id: 42, name: 'S00042' },
	});
	await appendEntries(odoo, [
		one('settled', 1394),
		one('fee', -8),
		one('paid', 9900, 'CNY'),
		one('settled', 5, 'USD', { key: 'later', date: '2026-11-22' }),
		one('settled', 6, 'CNY', { key: 'in yuan' }),
		one('settled', 7, 'USD', { key: 'other', mchid: '2' }),
	]);
	expect(await readPayoutOrders(odoo, PAYOUT)).toEqual({
		nets: [{ mchid: '1900000001', transaction_id: '42', net: 1386 }],
		sales: new Map([['42', { id: 42, name: 'S00042' }]]),
	});
	const { mchid, ...anyMerchant } = PAYOUT;
	expect(mchid).toBe('1900000001');
	expect((await readPayoutOrders(odoo, anyMerchant)).nets[0]?.net).toBe(1393);
});
