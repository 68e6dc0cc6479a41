import { money } from '../../../../lib/core/money';
import { statementEntries } from '../../../../lib/settlement/statement-entries';
import type { StatementRow } from '../../../../lib/settlement/statement-row';

const row: StatementRow = {
	...{ kind: 'payment', mchid: '1900000001', transaction_id: '42', out_trade_no: 'SHOP1' },
	...{ date: '2026-11-21', document: 'abc' },
	...{ paid: money(9900, 'CNY'), settled: money(1386, 'USD'), fee: money(8, 'USD') },
	converted: { from: money(9900, 'CNY'), to: money(1386, 'USD') },
};

it('makes three entries of a row, with the rate of its own amounts', () => {
	const entries = statementEntries(row);
	expect(entries.map(({ key, leg, amount }) => [key, leg, amount.amount])).toEqual([
		['1900000001_42_payment_paid', 'paid', 9900],
		['1900000001_42_payment_settled', 'settled', 1386],
		['1900000001_42_payment_fee', 'fee', -8],
	]);
	expect(entries[0]).toMatchObject({
		...{ rate: '0.14000000', source: 'WeChat statement 2026-11-21', document: 'abc' },
		date: '2026-11-21',
	});
});

it('names the entries of a refund by the refund, and has no rate for nothing', () => {
	const nothing = { from: money(0, 'CNY'), to: money(0, 'USD') };
	const [first] = statementEntries({ ...row, kind: 'refund', refund_id: '50', converted: nothing });
	expect(first).toMatchObject({ key: '1900000001_42_50_paid', rate: '' });
});
