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

/**
 * The orders that were settled on the days of a payout, each with its net amount after the fee. Of an acquirer's payout:
 * the orders that it names, and the rest of it under an empty number.
 */
export async function readPayoutOrders(odoo: OdooClient, payout: Payout): Promise<PayoutOrders> {
	const { acquirer } = payout;
	const domain: Domain = acquirer
		? [
				['x_leg', '=', 'paid_out'],
				['x_payout', '=', payout.batch_id],
			]
		: [
				['x_leg', 'in', ['settled', 'fee']],
				['x_date', '>=', payout.from],
				['x_date', '<=', payout.until],
			];
	domain.push(['x_currency_id.name', '=', payout.settled.currency]);
	if (payout.mchid) domain.push(['x_mchid', '=', payout.mchid]);
	const entries = await readLedger(odoo, domain);
	const sales = new Map(
		entries.map(({ transaction_id, orderId: id, order: name }) => [transaction_id, { id, name }]),
	);
	const other = acquirer?.other ? [{ mchid: '', transaction_id: '', net: acquirer.other }] : [];
	return { nets: [...orderNets(entries), ...other], sales };
}
