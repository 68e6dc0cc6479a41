import type { BillRow } from './bill-row';
import { fundsDifferences } from './compare-funds';
import { paymentDifferences, revokedDifferences } from './compare-payments';
import { refundDifferences } from './compare-refunds';
import type { DayRecords } from './day-records';
import { amountText, type Difference } from './difference';

/** Compares WeChat's bill of a day with Odoo's orders, and with the payments that n8n received. */
export function compareDay(day: DayRecords): Difference[] {
	const ofKind = (wanted: BillRow['kind']) => day.bill.filter(({ kind }) => kind === wanted);
	const [refunds, revoked] = [ofKind('refund'), ofKind('revoked')];
	const idsOf = (rows: BillRow[]) => new Set(rows.map(({ transaction_id }) => transaction_id));
	const takenBack = idsOf(revoked);
	const payments = ofKind('payment').filter((row) => !takenBack.has(row.transaction_id));
	return [
		...unreadableRows(day),
		...paymentDifferences(payments, day.orders, idsOf(refunds), day.n8n),
		...revokedDifferences(revoked, day.orders),
		...unknownToWechat(day),
		...onlyInN8n(day),
		...(day.refunds ? refundDifferences(refunds, day.refunds, day.closedRefunds) : []),
		...(day.funds ? fundsDifferences(day.funds.settled, day.funds.entries) : []),
	];
}

const unreadableRows = ({ bill, unreadable = [] }: DayRecords): Difference[] =>
	unreadable.map(({ row, transaction_id, out_trade_no, reason }) => ({
		kind: 'row_unreadable',
		...{ mchid: bill[0]?.mchid ?? '', transaction_id, out_trade_no, row },
		cause: `Row ${row} of the bill cannot be read. ${reason}`,
		next_step:
			'Open the bill at pay.weixin.qq.com → Transaction Center (交易中心) → Bills, and compare this order with Odoo.',
	}));

/** Every transaction that the bill names, also in a row that cannot be read. */
const onBill = ({ bill, unreadable = [] }: DayRecords): Set<string> =>
	new Set([...bill, ...unreadable].map(({ transaction_id }) => transaction_id));

/** Orders of the day whose transaction is not on the bill. */
function unknownToWechat(day: DayRecords): Difference[] {
	const { bill, orders, date } = day;
	const known = onBill(day);
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
function onlyInN8n(day: DayRecords): Difference[] {
	const { bill, orders, date, n8n = new Map<string, string>() } = day;
	const known = new Set([...onBill(day), ...orders.map((order) => order.transaction_id)]);
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
