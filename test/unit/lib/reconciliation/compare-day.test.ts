import fc from 'fast-check';

import { compareDay } from '../../../../lib/reconciliation/compare-day';
import type { DayRecords } from '../../../../lib/reconciliation/day-records';
import { DATE, kindsOf, number, order, pay, refund } from './day';

const kinds = (day: Partial<DayRecords>) =>
	kindsOf(compareDay({ bill: [], orders: [], date: DATE, ...day }));

const revoked = (index: number) =>
	refund(index, { trade_state: 'REVOKED', refund_id: undefined, out_refund_no: undefined });
const unreadable = (index: number) => ({
	...{ row: 7, transaction_id: number(index), out_trade_no: `SHOP${index}` },
	reason: 'An amount in the file cannot be read.',
});

it.each<[string, Partial<DayRecords>, string[]]>([
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
		'cancelled, refunded',
		{ bill: [pay(1), refund(1)], orders: [order(1, { state: 'cancel' })] },
		[],
	],
	['revoked, no order', { bill: [pay(1), revoked(1)] }, []],
	[
		'revoked, with an order',
		{ bill: [pay(1), revoked(1)], orders: [order(1)] },
		['revoked_in_wechat 1'],
	],
	['revoked, cancelled', { bill: [revoked(1)], orders: [order(1, { state: 'cancel' })] }, []],
	[
		'a row that cannot be read, with its order',
		{ bill: [pay(2)], unreadable: [unreadable(1)], orders: [order(1), order(2)] },
		['row_unreadable 1'],
	],
	['credit notes are not kept', { bill: [refund(1)] }, []],
	['no credit note', { bill: [refund(1)], refunds: [] }, ['refund_without_credit_note 1']],
])('%s', (_, day, wanted) => expect(kinds(day)).toEqual(wanted));

it('finds what only n8n has', () => {
	const elsewhere = number(4).replace('20261121', '20261122');
	const n8n = new Map([
		[number(1), '1900000001'],
		[number(2), ''],
		[number(3), '1900000001'],
		[elsewhere, '1900000001'],
		[number(5), '1900000002'],
	]);
	const day = {
		bill: [pay(1), pay(2), pay(6)],
		...{ orders: [order(1), order(2), order(6)], date: DATE, n8n },
	};
	expect(kinds(day)).toEqual(['missing_in_wechat 3']);
	expect(compareDay(day)[0]?.cause).toContain('n8n received its notification');
});

it('finds exactly what was left out, whatever it was, and is at zero once it is there', () => {
	const some = fc.uniqueArray(fc.nat(60), { maxLength: 40 });
	fc.assert(
		fc.property(some, some, (paid, lost) => {
			const bill = paid.map((index) => pay(index));
			const all = paid.map((index) => order(index));
			const gone = new Set(lost.map(number));
			const orders = all.filter(({ transaction_id }) => !gone.has(transaction_id));
			const found = compareDay({ bill, orders, date: DATE });
			const wanted = paid.map(number).filter((id) => gone.has(id));
			expect(found.map(({ transaction_id }) => transaction_id)).toEqual(wanted);
			expect(compareDay({ bill, orders: all, date: DATE })).toEqual([]);
		}),
	);
});

it('says which row cannot be read, of which order, and why', () => {
	const [found] = compareDay({ bill: [], unreadable: [unreadable(1)], orders: [], date: DATE });
	expect(found).toMatchObject({ row: 7, out_trade_no: 'SHOP1' });
	expect(found?.cause).toBe(
		'Row 7 of the bill cannot be read. An amount in the file cannot be read.',
	);
});
