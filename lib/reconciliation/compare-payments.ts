import type { BillRow } from './bill-row';
import { amountText, type Difference } from './difference';
import type { OdooOrder } from './day-records';
import { groupBy } from '../core/collections';
import { orderTotal } from '../core/payment-terms';

/**
 * Compares each payment of a bill with the orders that name it.
 *
 * @param inN8n transaction ids that n8n received, where that is known: they explain missing orders
 */
export function paymentDifferences(
	payments: BillRow[],
	orders: OdooOrder[],
	refunded: ReadonlySet<string>,
	inN8n?: ReadonlyMap<string, string>,
): Difference[] {
	const byTransaction = groupBy(orders, (order) => order.transaction_id);
	const differences = payments.flatMap((payment): Difference[] => {
		const found = byTransaction.get(payment.transaction_id) ?? [];
		const alive = found.filter(({ state }) => state !== 'cancel');
		const [order, ...more] = alive.length > 0 ? alive : found;
		if (!order) return [missing(payment, inN8n)];
		if (more.length > 0 && alive.length > 1) return [duplicate(payment, alive)];
		const about = { ...namesOf(payment), order: order.name };
		if (order.state === 'cancel') {
			const returned = order.credited || refunded.has(payment.transaction_id);
			return returned ? [] : [{ ...about, ...CANCELLED }];
		}
		if (order.state === 'draft' || order.state === 'sent') return [{ ...about, ...DRAFT }];
		if (agrees(payment, order)) return [];
		const amounts = { in_wechat: amountText(payment.amount), in_odoo: amountText(order.total) };
		return [{ ...about, ...AMOUNT, ...amounts }];
	});
	return [...differences, ...paidTwice(payments)];
}

/** Whether the order has the total of its payment, as `orderTotal` defines it. */
export const agrees = ({ amount }: BillRow, { total, coupon }: OdooOrder): boolean =>
	total.currency === amount.currency &&
	total.amount === orderTotal(amount.amount, coupon?.amount ?? 0);

/** Orders whose payment was revoked. */
export function revokedDifferences(revoked: BillRow[], orders: OdooOrder[]): Difference[] {
	const byTransaction = groupBy(orders, (order) => order.transaction_id);
	return revoked.flatMap((row) =>
		(byTransaction.get(row.transaction_id) ?? [])
			.filter(({ state }) => state !== 'cancel')
			.map(({ name }) => ({ ...namesOf(row), ...REVOKED, order: name })),
	);
}

export const namesOf = ({ mchid, sub_mchid, transaction_id, out_trade_no }: BillRow) => ({
	mchid,
	...(sub_mchid && { sub_mchid }),
	transaction_id,
	out_trade_no,
});

function missing(payment: BillRow, inN8n: ReadonlyMap<string, string> | undefined): Difference {
	const cause = !inN8n
		? 'Its notification never arrived, or the workflow that records orders failed.'
		: inN8n.has(payment.transaction_id)
			? 'n8n received its notification: the workflow failed after that, or the order was deleted in Odoo.'
			: 'n8n does not have its notification: it never arrived, or its run failed (n8n → Executions).';
	return {
		...namesOf(payment),
		kind: 'missing_in_odoo',
		in_wechat: amountText(payment.amount),
		cause,
		next_step:
			'Create it with Query Order of WeChat Pay, SKU Map and Record Paid Order, as in the template reconciliation.',
	};
}

const duplicate = (payment: BillRow, orders: OdooOrder[]): Difference => ({
	...namesOf(payment),
	kind: 'duplicate_in_odoo',
	order: orders.map(({ name }) => name).join(', '),
	cause: 'A person entered or duplicated the order with the same customer reference.',
	next_step: 'Keep one of them and cancel the other in Odoo.',
});

const CANCELLED = {
	kind: 'cancelled_in_odoo',
	cause: 'The order was cancelled in Odoo, and the buyer was not refunded.',
	next_step: 'Refund it with Create Refund of WeChat Pay, or create the order in Odoo again.',
} as const;

const DRAFT = {
	kind: 'in_review',
	cause:
		'A SKU is not in the table, or the total differs from the amount paid: the order is a draft.',
	next_step: 'Open the order in Odoo: its activity says what to correct before confirming it.',
} as const;

const REVOKED = {
	kind: 'revoked_in_wechat',
	cause: 'The payment was revoked (撤销): the buyer has the money back.',
	next_step: 'Cancel the order in Odoo, unless the buyer paid again.',
} as const;

const AMOUNT = {
	kind: 'amount_differs',
	cause: 'The order was changed in Odoo after it was recorded, or taxes were added to it.',
	next_step: 'Correct the order or its taxes in Odoo, or refund the difference.',
} as const;

/** Orders of the shop that were paid more than once. */
function paidTwice(payments: BillRow[]): Difference[] {
	const first = new Map<string, BillRow>();
	const seen = new Set<string>();
	return payments.flatMap((payment): Difference[] => {
		const key = [payment.mchid, payment.sub_mchid, payment.out_trade_no].join(' ');
		const before = first.get(key);
		if (!before) first.set(key, payment);
		if (!before || before.transaction_id === payment.transaction_id) return [];
		if (seen.has(payment.transaction_id)) return [];
		seen.add(payment.transaction_id);
		return [
			{
				...namesOf(payment),
				kind: 'paid_twice',
				in_wechat: amountText(payment.amount),
				cause: `Order ${payment.out_trade_no} of the shop was paid before, as ${before.transaction_id}.`,
				next_step: 'Refund one of the two payments, unless the buyer meant both.',
			},
		];
	});
}
