import { money } from '../../../../../lib/core/money';
import { appendEntries } from '../../../../../lib/settlement/odoo/append-entries';
import { callsOf } from '../../odoo/odoo-with-rows';
import { entry } from '../entries';
import { LEDGER, ledgerOf, odooWithLedger } from './odoo-with-ledger';

const sale = { id: 42, name: 'S42' };
const paid = (amount: number, document = 'a') => ({
	entry: { ...entry('42', 'paid', money(amount, 'CNY')), document },
	sale,
});

it('writes each entry once, under its own external id', async () => {
	const { odoo, rows } = odooWithLedger();
	const first = await appendEntries(odoo, [paid(9900), paid(9900)]);
	expect(first.appended).toMatchObject([{ key: '42_paid', sequence: 1 }]);
	expect(first.entries).toMatchObject([
		{ transaction_id: '42', leg: 'paid', amount: money(9900, 'CNY'), orderId: 42 },
	]);
	const again = await appendEntries(odoo, [paid(9900)]);
	expect(again.appended).toEqual([]);
	expect(ledgerOf(rows)).toEqual(['42 paid 99 CNY']);
	expect(callsOf(odoo, `${LEDGER} load`)[0]).toMatchObject({
		context: { mode: 'update', noupdate: true },
		params: {
			data: [
				[
					...['wechat_ledger.42_paid_1', 'S42: paid', '42', 'paid', '1', '99.00', ''],
					...['2026-11-21', 'Receipt NEFT 1', 'a', 'B1', '42', '1900000001', '42_paid'],
				],
			],
		},
	});
});

it('appends the difference that a later document makes', async () => {
	const { odoo, rows } = odooWithLedger();
	await appendEntries(odoo, [paid(9900)]);
	const { appended } = await appendEntries(odoo, [paid(9000, 'b')]);
	expect(appended).toMatchObject([{ amount: money(-900, 'CNY'), sequence: 2 }]);
	expect(ledgerOf(rows)).toEqual(['42 paid 99 CNY', '42 paid -9 CNY']);
	expect(rows[LEDGER]?.[1]?.x_name).toBe('S42: paid, corrected');
});

it('appends the rest to what another process wrote in the meantime', async () => {
	const other = odooWithLedger();
	let isFirst = true;
	const { odoo, rows } = odooWithLedger({}, ({ method, model }) => {
		if (!isFirst || method !== 'load' || model !== LEDGER) return undefined;
		isFirst = false;
		rows[LEDGER]?.push(...(other.rows[LEDGER] ?? []));
		return { ids: [1], messages: [] };
	});
	await appendEntries(other.odoo, [paid(9000, 'other')]);
	const { entries } = await appendEntries(odoo, [paid(9900)]);
	expect(entries.map(({ amount }) => amount.amount)).toEqual([9000, 900]);
});

it('fails with what Odoo says, and where a currency is not active', async () => {
	const { odoo } = odooWithLedger({}, ({ method }) =>
		method === 'load'
			? { ids: false, messages: [{ type: 'error', record: 0, message: 'No such order.' }] }
			: undefined,
	);
	await expect(appendEntries(odoo, [paid(9900)])).rejects.toMatchObject({
		message: expect.stringContaining('No such order.'),
	});
	const inEuro = { entry: entry('42', 'paid', money(1, 'EUR')), sale };
	await expect(appendEntries(odooWithLedger().odoo, [inEuro])).rejects.toMatchObject({
		code: 'ODOO_CURRENCY_MISSING',
		message: expect.stringContaining('EUR'),
	});
});
