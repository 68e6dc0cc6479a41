import { addDays, beijingDate } from '../../lib/core/beijing-time';
import type { Payment, Refund } from '../../sandbox';
import { recordedOrders, type RecordedSaleOrder } from '../services/recorded-orders';
import { monthBooks, type Ledger, type MonthBooks } from './books';
import type { YearChain } from './year-chain';
import type { Happening, YearRecord } from './year-record';

const ORDERS_AT_ONCE = 200;

/** Records the statements of months that have ended, and compares their payments with Odoo's orders and ledger. */
export const monthEnd: Happening = async (chain, record, { at }) => {
	const now = beijingDate(at).slice(0, 7);
	const compared = record.months.map(({ month }) => month);
	for (const month of new Set(record.payments.map(monthOf))) {
		if (month === now || compared.includes(month)) continue;
		const ledger = await settleMonth(chain, record, month);
		record.months.push(await compareMonth(chain, record, month, ledger));
	}
};

const monthOf = ({ success_time: time }: Payment): string => time.slice(0, 7);

/** Runs the template FX Recording over all days of the month, as far as they are over. */
async function settleMonth(
	{ clock, statements, stack: { admin } }: YearChain,
	{ payments, refunds }: YearRecord,
	month: string,
): Promise<Ledger> {
	const dates = daysOf(month).filter((day) => day < beijingDate(clock.now()));
	const outputs = await statements({ dates });
	const [, unknown = [], failed = []] = outputs('Record Statement');
	const [, unread = []] = outputs('Get Global Statement');
	const entries = await admin.call<Array<{ x_amount: number }>>(
		'x_wechat_settlement',
		'search_read',
		[[['x_leg', '=', 'paid'], ...within(dates)], ['x_amount']],
	);
	return {
		in_ledger: entries.reduce((sum, { x_amount }) => sum + Math.round(x_amount * 100), 0),
		moved: moved(month, payments, [...refunds.values()]),
		not_settled: unknown.length + failed.length + unread.length,
	};
}

const within = (dates: string[]) => [
	['x_date', '>=', dates[0] ?? ''],
	['x_date', '<=', dates.at(-1) ?? ''],
];

/** All days of a month, `yyyy-MM-dd`. @param month `yyyy-MM` */
export function daysOf(month: string): string[] {
	const days: string[] = [];
	for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(day);
	return days;
}

/** Fen that came in during a month, less what went back in it. */
export function moved(
	month: string,
	payments: Array<Pick<Payment, 'success_time' | 'amount'>>,
	refunds: Array<Pick<Refund, 'create_time' | 'amount'>>,
): number {
	const paid = payments.filter(({ success_time: time }) => time.startsWith(month));
	const back = refunds.filter(({ create_time: time }) => time.startsWith(month));
	return (
		paid.reduce((sum, { amount: { total } }) => sum + total, 0) -
		back.reduce((sum, { amount: { refund } }) => sum + refund, 0)
	);
}

async function compareMonth(
	{ stack: { admin } }: YearChain,
	{ payments, refunds, open }: YearRecord,
	month: string,
	ledger: Ledger,
): Promise<MonthBooks> {
	const ofMonth = payments.filter((payment) => monthOf(payment) === month);
	const ids = ofMonth.map(({ transaction_id: id }) => id);
	const orders: RecordedSaleOrder[] = [];
	for (let start = 0; start < ids.length; start += ORDERS_AT_ONCE) {
		orders.push(...(await recordedOrders(admin, ids.slice(start, start + ORDERS_AT_ONCE))));
	}
	const paid = ofMonth.map(({ transaction_id, amount: { total } }) => ({
		...{ transaction_id, total, refunded: refunds.has(transaction_id) },
	}));
	return monthBooks(month, paid, orders, { open, ...ledger });
}
