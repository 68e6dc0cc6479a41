import type { Delivery } from '../../sandbox';
import type { RecordedSaleOrder } from '../services/recorded-orders';

/** A payment with what became of it. */
export interface PaidOrder {
	/** Fen. */
	total: number;
	orders: Array<Pick<RecordedSaleOrder, 'state' | 'amount_total' | 'activities'>>;
	deliveries: Array<Pick<Delivery, 'attempt' | 'probe' | 'acknowledged' | 'latency_ms'>>;
}

/** What the orders have proved, in one sentence for each claim, and whether all of it holds. */
export function proofOf(paid: PaidOrder[]): { text: string; holds: boolean } {
	const orders = paid.flatMap((payment) => payment.orders);
	const once = paid.filter((payment) => payment.orders.length === 1).length;
	const confirmed = paid.filter((payment) => payment.orders.some(({ state }) => state === 'sale'));
	const exact = confirmed.filter(({ total, orders: [order] }) =>
		order ? Math.round(order.amount_total * 100) === total : false,
	).length;
	const review = orders.filter(
		({ state, activities }) => state === 'draft' && activities > 0,
	).length;
	const deliveries = paid.flatMap((payment) => payment.deliveries.filter(({ probe }) => !probe));
	const first = deliveries.filter(({ attempt }) => attempt === 1);
	const acknowledged = first.filter((delivery) => delivery.acknowledged);
	const slowest = Math.max(0, ...acknowledged.map(({ latency_ms }) => latency_ms)) / 1000;
	const text = [
		`${paid.length} payments, notified ${deliveries.length} times: ${once} of ${paid.length} are in Odoo exactly once.`,
		`${confirmed.length} are confirmed, ${exact} of them with the amount paid to the fen; ${review} in review with an activity that says why.`,
		`WeChat waits 5 s: ${acknowledged.length} of ${first.length} first deliveries were acknowledged, the slowest after ${slowest.toFixed(1)} s.`,
	].join(' ');
	const holds =
		once === paid.length &&
		orders.length === paid.length &&
		exact === confirmed.length &&
		confirmed.length + review === paid.length &&
		acknowledged.length === first.length;
	return { text: `${holds ? 'Proved' : 'Not proved'}: ${text}`, holds };
}
