import type { Happening } from './year-record';

/** Fen. */
const TOTAL = 9900;

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

/** The sweep and Health, where n8n runs; without Odoo only Health, once. */
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
