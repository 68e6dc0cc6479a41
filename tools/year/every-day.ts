import { beijingDate } from '../../lib/core/beijing-time';
import type { Payment } from '../../sandbox';
import { recordedOrders, type RecordedSaleOrder } from '../services/recorded-orders';
import { monthBooks, type MonthBooks } from './books';
import type { YearChain } from './year-chain';
import type { Happening, YearRecord } from './year-record';

/** Fen. */
const TOTAL = 9900;
const ORDERS_AT_ONCE = 200;

export const order: Happening = async ({ sandbox, courier, notifyUrl }, { payments }) => {
	const payment = sandbox.pay({ attach: `TEE-RED-M@${TOTAL}`, total: TOTAL });
	payments.push(payment);
	courier.follow(sandbox.notify(payment, { url: notifyUrl }));
};

/** The buyer of the last order but one gets the money back. */
export const refund: Happening = async ({ sandbox, courier, notifyUrl }, record) => {
	const { payments, refunds } = record;
	const payment = payments.at(-2);
	if (!payment || refunds.has(payment.transaction_id)) return;
	const made = sandbox.refund(payment, { refund: payment.amount.total });
	refunds.set(payment.transaction_id, made);
	courier.follow(sandbox.notify(made, { url: notifyUrl }));
};

/** The sweep and Health, where n8n runs; without Odoo only Health, once, since each step tries for minutes. */
export const look: Happening = async (chain, record) => {
	const { clock, sweep, health, channel, down } = chain;
	if (down.n8n || (down.odoo && down.alarmed)) return;
	const before = channel.messages.length;
	if (!down.odoo) await sweep();
	down.alarmed = down.odoo;
	const { alarms } = (await health.look()) as { alarms: Array<{ check: string; words: string }> };
	record.looks += 1;
	const by_message = channel.messages.length > before;
	for (const { check, words } of alarms) {
		record.alarms.push({ at: clock.now(), check, words, by_message });
	}
};

/** The bill of yesterday, and of days that were not compared. */
export const morning: Happening = async ({ reconcile, down }, record) => {
	if (down.n8n || down.odoo) return;
	const outputs = await reconcile();
	const [report] = outputs('Report')[0] ?? [];
	if (!report) return;
	record.open = Number(report.open) + (report.days_not_compared as string[]).length;
};

/** Compares the payments of months that have ended with their orders, as Odoo's administrator sees them. */
export const monthEnd: Happening = async (chain, record, { at }) => {
	const now = beijingDate(at).slice(0, 7);
	const compared = record.months.map(({ month }) => month);
	for (const month of new Set(record.payments.map(monthOf))) {
		if (month === now || compared.includes(month)) continue;
		record.months.push(await compareMonth(chain, record, month));
	}
};

const monthOf = ({ success_time: time }: Payment): string => time.slice(0, 7);

/** @param month `yyyy-MM` in Beijing */
export async function compareMonth(
	{ stack: { admin } }: YearChain,
	{ payments, refunds, open }: YearRecord,
	month: string,
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
	return monthBooks(month, paid, orders, open);
}
