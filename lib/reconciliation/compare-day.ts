import { paymentDifferences } from './compare-payments';
import { refundDifferences } from './compare-refunds';
import type { DayRecords } from './day-records';
import { amountText, type Difference } from './difference';

/** Compares WeChat's bill of a day with Odoo's orders, and with the payments that n8n received. */
export function compareDay(day: DayRecords): Difference[] {
	const payments = day.bill.filter(({ kind }) => kind === 'payment');
	const refunds = day.bill.filter(({ kind }) => kind === 'refund');
	const refunded = new Set(refunds.map(({ transaction_id }) => transaction_id));
	return [
		...paymentDifferences(payments, day.orders, refunded, day.n8n),
		...unknownToWechat(day),
		...onlyInN8n(day),
		...(day.refunds ? refundDifferences(refunds, day.refunds) : []),
	];
}

/** Orders of the day whose transaction is not on the bill. */
function unknownToWechat({ bill, orders, date }: DayRecords): Difference[] {
	const known = new Set(bill.map(({ transaction_id }) => transaction_id));
	const mchid = bill[0]?.mchid ?? '';
	return orders
		.filter((order) => order.state !== 'cancel' && !known.has(order.transaction_id))
		.filter(({ transaction_id, recorded }) => (dayOf(transaction_id) ?? recorded) === date)
		.filter((order) => !order.mchid || !mchid || order.mchid === mchid)
		.map((order) => ({
			kind: 'missing_in_wechat',
			mchid: order.mchid,
			transaction_id: order.transaction_id,
			out_trade_no: order.out_trade_no,
			order: order.name,
			in_odoo: amountText(order.total),
			cause: 'It belongs to another merchant, was paid around midnight, or was entered by hand.',
			next_step:
				'Find the transaction with Query Order of WeChat Pay. If WeChat does not know it, do not ship it.',
		}));
}

/** Payments that n8n received on that day, and neither the bill nor Odoo has. */
function onlyInN8n({ bill, orders, date, n8n = new Map() }: DayRecords): Difference[] {
	const known = new Set([...bill, ...orders].map(({ transaction_id }) => transaction_id));
	const mchid = bill[0]?.mchid ?? '';
	return [...n8n]
		.filter(([id, of]) => !known.has(id) && dayOf(id) === date && (!of || !mchid || of === mchid))
		.map(([transaction_id, of]) => ({
			kind: 'missing_in_wechat',
			...{ mchid: of, transaction_id, out_trade_no: '' },
			cause: 'n8n received its notification, but it is not on the bill of the day.',
			next_step:
				'Find the transaction with Query Order of WeChat Pay. If it was paid around midnight, it is on the bill of the next day.',
		}));
}

/** Transaction ids contain their day, also for an order that was recorded later. */
function dayOf(transactionId: string): string | undefined {
	const [, year, month, day] =
		/^\d{10}(20\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{10}$/.exec(transactionId) ?? [];
	return year && `${year}-${month}-${day}`;
}
