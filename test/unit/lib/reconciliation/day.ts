import { money } from '../../../../lib/core/money';
import { readBillRow, type BillRow } from '../../../../lib/reconciliation/bill-row';
import type { OdooOrder } from '../../../../lib/reconciliation/day-records';
import type { Difference } from '../../../../lib/reconciliation/difference';

export const DATE = '2026-11-21';

/** The transaction id of a payment of the day. */
export const number = (index: number) => `420000270020261121${String(index).padStart(10, '0')}`;

export const payItem = (index: number) => ({
	...{ mchid: '1900000001', transaction_id: number(index), out_trade_no: `SHOP${index}` },
	...{ trade_state: 'SUCCESS', total_fen: 19900, currency: 'CNY' },
});

export const pay = (index: number, more: object = {}): BillRow =>
	readBillRow({ ...payItem(index), ...more });

export const refund = (index: number, more: object = {}): BillRow =>
	readBillRow({
		...{ mchid: '1900000001', transaction_id: number(index), out_trade_no: `SHOP${index}` },
		...{ trade_state: 'REFUND', refund_status: 'SUCCESS', refund_fen: 100, currency: 'CNY' },
		...{ refund_id: `50${index}`, out_refund_no: `R${index}`, ...more },
	});

export const order = (index: number, more: Partial<OdooOrder> = {}): OdooOrder => ({
	...{ id: index, name: `S${index}`, transaction_id: number(index), out_trade_no: `SHOP${index}` },
	...{ mchid: '1900000001', state: 'sale', total: money(19900, 'CNY'), recorded: DATE },
	...more,
});

/** `kind` and the number of the payment, of each difference. */
export const kindsOf = (differences: Difference[]): string[] =>
	differences.map(({ kind, transaction_id }) => `${kind} ${Number(transaction_id.slice(-10))}`);
