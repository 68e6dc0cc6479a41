import type { DayRecords } from './day-records';
import type { Difference, DifferenceKind } from './difference';

/** The comparison of one day in numbers and as text. */
export interface ReconciliationReport {
	date: string;
	payments: number;
	refunds: number;
	/** How many of the payments n8n received; absent where that is not known. */
	in_n8n?: number;
	/** Orders in Odoo that were compared. */
	orders: number;
	differences: number;
	by_kind: Partial<Record<DifferenceKind, number>>;
	/** True when there is no difference. */
	agrees: boolean;
	/** For people, one line for each difference. */
	text: string;
}

export function reconciliationReport(
	{ bill, orders, date, n8n }: DayRecords,
	differences: Difference[],
): ReconciliationReport {
	const by_kind: ReconciliationReport['by_kind'] = {};
	for (const { kind } of differences) by_kind[kind] = (by_kind[kind] ?? 0) + 1;
	const paid = bill.filter(({ kind }) => kind === 'payment');
	const payments = paid.length;
	const refunds = bill.filter(({ kind }) => kind === 'refund' || kind === 'revoked').length;
	const in_n8n = n8n && paid.filter(({ transaction_id }) => n8n.has(transaction_id)).length;
	const lines = differences.map(
		({ kind, transaction_id, order, refund_id, cause, next_step }) =>
			`${kind}: ${[order, transaction_id, refund_id].filter(Boolean).join(', ')}. ${cause} ${next_step}`,
	);
	const head = `${date}: ${payments} payments and ${refunds} refunds in WeChat${
		in_n8n === undefined ? '' : `, ${in_n8n} of the payments received by n8n`
	}, ${differences.length} differences.`;
	return {
		date,
		payments,
		refunds,
		...(in_n8n !== undefined && { in_n8n }),
		orders: orders.length,
		differences: differences.length,
		by_kind,
		agrees: differences.length === 0,
		text: [head, ...lines].join('\n'),
	};
}
