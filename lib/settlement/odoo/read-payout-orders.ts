import { orderNets, type OrderNet, type Payout } from '../payout';
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
	const entries = await readLedger(odoo, domain);
	const sales = new Map(
		entries.map(({ transaction_id, orderId: id, order: name }) => [transaction_id, { id, name }]),
	);
	return { nets: orderNets(entries), sales };
}
