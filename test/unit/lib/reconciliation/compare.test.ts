import fc from 'fast-check';

import { money } from '../../../../lib/core/money';
import { readBillRow } from '../../../../lib/reconciliation/bill-row';
import {
	compareBooks,
	reconciliationReport,
	type Books,
} from '../../../../lib/reconciliation/compare';
import type { OdooOrder } from '../../../../lib/reconciliation/odoo-order';

const DATE = '2026-11-21';
const number = (index: number) => `420000270020261121${String(index).padStart(10, '0')}`;
const pay = (index: number, more: object = {}) =>
	readBillRow({
		...{ mchid: '1900000001', transaction_id: number(index), out_trade_no: `SHOP${index}` },
		...{ trade_state: 'SUCCESS', total_fen: 19900, currency: 'CNY', ...more },
	});
const refund = (index: number, more: object = {}) =>
	readBillRow({
		...{ mchid: '1900000001', transaction_id: number(index), out_trade_no: `SHOP${index}` },
		...{ trade_state: 'REFUND', refund_status: 'SUCCESS', refund_fen: 100, currency: 'CNY' },
		...{ refund_id: `50${index}`, out_refund_no: `R${index}`, ...more },
	});
const order = (index: number, more: Partial<OdooOrder> = {}): OdooOrder => ({
	...{ id: index, name: `S${index}`, transaction_id: number(index), out_trade_no: `SHOP${index}` },
	...{ mchid: '1900000001', state: 'sale', total: money(19900, 'CNY'), recorded: DATE },
	...more,
});
const kinds = (books: Partial<Books>) =>
	compareBooks({ bill: [], orders: [], date: DATE, ...books }).map(
		({ kind, transaction_id }) => `${kind} ${Number(transaction_id.slice(-10))}`,
	);

describe('comparing the books of a day', () => {
	it.each<[string, Partial<Books>, string[]]>([
		['agree', { bill: [pay(1)], orders: [order(1)] }, []],
		['a lost payment', { bill: [pay(1), pay(2)], orders: [order(1)] }, ['missing_in_odoo 2']],
		[
			'an order nobody paid',
			{ bill: [pay(1)], orders: [order(1), order(2)] },
			['missing_in_wechat 2'],
		],
		['another merchant', { bill: [pay(1)], orders: [order(1), order(2, { mchid: '2' })] }, []],
		[
			'recorded the day after',
			{ bill: [], orders: [order(1, { recorded: '2026-11-22' })] },
			['missing_in_wechat 1'],
		],
		[
			'of another day, recorded late',
			{ orders: [order(1, { transaction_id: '4200002700202611200000000001' })] },
			[],
		],
		[
			'another amount',
			{ bill: [pay(1)], orders: [order(1, { total: money(19901, 'CNY') })] },
			['amount_differs 1'],
		],
		['a draft', { bill: [pay(1)], orders: [order(1, { state: 'draft' })] }, ['in_review 1']],
		[
			'cancelled',
			{ bill: [pay(1)], orders: [order(1, { state: 'cancel' })] },
			['cancelled_in_odoo 1'],
		],
		[
			'cancelled, refunded',
			{ bill: [pay(1), refund(1)], orders: [order(1, { state: 'cancel' })] },
			[],
		],
		[
			'twice in Odoo',
			{ bill: [pay(1)], orders: [order(1), order(1, { id: 9, name: 'S9' })] },
			['duplicate_in_odoo 1'],
		],
		[
			'twice in Odoo, one cancelled',
			{ bill: [pay(1)], orders: [order(1), order(1, { id: 9, state: 'cancel' })] },
			[],
		],
		[
			'paid twice',
			{ bill: [pay(1), pay(2, { out_trade_no: 'SHOP1' })], orders: [order(1), order(2)] },
			['paid_twice 2'],
		],
		['no credit note', { bill: [refund(1)], refunds: [] }, ['refund_without_credit_note 1']],
		['credit notes are not kept', { bill: [refund(1)] }, []],
		['a refund under way', { bill: [refund(1, { refund_status: 'PROCESSING' })], refunds: [] }, []],
		[
			'another credit note',
			{
				bill: [refund(1)],
				refunds: [{ refund_id: '501', state: 'draft', total: money(99, 'CNY') }],
			},
			['refund_differs 1'],
		],
		[
			'a cancelled credit note',
			{
				bill: [refund(1)],
				refunds: [{ refund_id: '501', state: 'cancel', total: money(100, 'CNY') }],
			},
			['refund_without_credit_note 1'],
		],
	])('%s', (_, books, wanted) => expect(kinds(books)).toEqual(wanted));

	it.each([
		[undefined, 'never came, or the workflow'],
		[new Map([[number(9), '']]), 'n8n does not have its notification'],
		[new Map([[number(1), '']]), 'deleted in Odoo'],
	])('tells causes apart by what n8n has', (n8n, cause) => {
		const books = { bill: [pay(1)], orders: [], date: DATE, ...(n8n && { n8n }) };
		expect(compareBooks(books)[0]?.cause).toContain(cause);
	});

	it('counts what n8n has received, and finds what only n8n has', () => {
		const elsewhere = number(4).replace('20261121', '20261122');
		const n8n = new Map([
			[number(1), '1900000001'],
			[number(2), ''],
			[number(3), '1900000001'],
			[elsewhere, '1900000001'],
			[number(5), '1900000002'],
		]);
		const bill = [pay(1), pay(2), pay(6)];
		const books = { bill, orders: [order(1), order(2), order(6)], date: DATE, n8n };
		const differences = compareBooks(books);
		expect(kinds(books)).toEqual(['missing_in_wechat 3']);
		expect(differences[0]?.cause).toContain('n8n has received its notification');
		const report = reconciliationReport(books, differences);
		expect(report).toMatchObject({ payments: 3, in_n8n: 2, differences: 1, agrees: false });
		expect(report.text).toContain('2 of the payments received by n8n');
	});

	it('finds exactly what was left out, whatever it was, and is at zero once it is there', () => {
		const some = fc.uniqueArray(fc.nat(60), { maxLength: 40 });
		fc.assert(
			fc.property(some, some, (paid, lost) => {
				const bill = paid.map((index) => pay(index));
				const all = paid.map((index) => order(index));
				const gone = new Set(lost.map(number));
				const orders = all.filter(({ transaction_id }) => !gone.has(transaction_id));
				const found = compareBooks({ bill, orders, date: DATE });
				const wanted = paid.map(number).filter((id) => gone.has(id));
				expect(found.map(({ transaction_id }) => transaction_id)).toEqual(wanted);
				expect(compareBooks({ bill, orders: all, date: DATE })).toEqual([]);
			}),
		);
	});

	it('ends in one report', () => {
		const books = { bill: [pay(1), pay(2), refund(1)], orders: [order(1)], date: DATE };
		const report = reconciliationReport(books, compareBooks(books));
		expect(report).toMatchObject({
			...{ date: DATE, payments: 2, refunds: 1, orders: 1, differences: 1, agrees: false },
			by_kind: { missing_in_odoo: 1 },
		});
		expect(report.text).toContain(number(2));
		const same = { bill: [pay(1)], orders: [order(1)], date: DATE };
		expect(reconciliationReport(same, compareBooks(same))).toMatchObject({ agrees: true });
	});

	it('reads the published bill of an older layout, and refuses what is no bill', () => {
		expect(pay(1, { total_fen: undefined, settlement_total_fen: 7 }).amount.amount).toBe(7);
		expect(() => readBillRow({ trade_state: 'SUCCESS' })).toThrow(
			expect.objectContaining({ code: 'NOT_A_BILL_ROW' }),
		);
	});
});
