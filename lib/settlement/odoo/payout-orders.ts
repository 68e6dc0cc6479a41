import type { OrderNet, Payout } from '../payout';
import type { OdooClient } from '../../odoo/client';
import type { Domain } from '../../odoo/records';
import { readLedger } from './read-ledger';
import type { Sale } from './find-sales';

/** What the ledger has of a payout's days, by order. */
export interface PayoutOrders {
	nets: OrderNet[];
	/** The sale orders by transaction id. */
	sales: Map<string, Sale>;
}

/** The orders that were settled on the days of a payout, each with its net amount after the fee. */
export async function readPayoutOrders(odoo: OdooClient, payout: Payout): Promise<PayoutOrders> {
	const domain: Domain = [
		['x_leg', 'in', ['settled', 'fee']],
		['x_date', '>=', payout.from],
		['x_date', '<=', payout.until],
		['x_currency_id.name', '=', payout.settled.currency],
	];
	if (payout.mchid) domain.push(['x_mchid', '=', payout.mchid]);
	const nets = new Map<string, OrderNet>();
	const sales = new Map<string, Sale>();
	for (const entry of await readLedger(odoo, domain)) {
		const { mchid, transaction_id, orderId, order } = entry;
		const net = nets.get(transaction_id) ?? { mchid, transaction_id, net: 0 };
		net.net += entry.amount.amount;
		nets.set(transaction_id, net);
		sales.set(transaction_id, { id: orderId, name: order });
	}
	return { nets: [...nets.values()], sales };
}
