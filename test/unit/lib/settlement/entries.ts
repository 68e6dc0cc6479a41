import type { Money } from '../../../../lib/core/money';
import type { Leg, StoredEntry } from '../../../../lib/settlement/ledger-entry';

/** An entry of the ledger as Odoo has it, of the sale order with the transaction's number. */
export const entry = (
	transaction_id: string,
	leg: Leg,
	amount: Money,
	more: Partial<StoredEntry> = {},
): StoredEntry => ({
	...{ key: `${transaction_id}_${leg}`, mchid: '1900000001', transaction_id, leg, amount },
	...{ rate: '', source: 'Receipt NEFT 1', document: 'd', date: '2026-11-21', payout: 'B1' },
	...{ orderId: Number(transaction_id), order: `S${transaction_id}`, ...more },
});
