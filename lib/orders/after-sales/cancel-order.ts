import { IntegrationError } from '../../core/errors';
import { cancelOrders } from '../sale-order/cancel-orders';
import type { OdooClient } from '../../odoo/client';
import { cancelledNoteId } from '../record/shortage-notes';
import { paymentKey } from '../model/paid-order';
import { noteOnOrder } from '../sale-order/post-notes';
import { asPaidOrder, demandPaidSale, type PaidSale, type PaymentName } from './find-paid-order';

/** What became of an order that was to be cancelled. */
export interface CancelledOrder {
	status: 'cancelled';
	sale_order_id: number;
	/** The order's number, e.g. `S00042`. */
	name: string;
	/** Odoo's own state; in a dry run still what it was. */
	state: string;
	/** True when it was cancelled before. */
	adopted: boolean;
	dry_run?: true;
}

/**
 * Cancels the sale order of a payment before anything of it was delivered, which gives its stock
 * back. Repeating it changes nothing; a payment that is told again does not revive the order.
 *
 * @param reason goes into the chatter
 * @throws IntegrationError `ODOO_ORDER_UNKNOWN`, `ODOO_ORDER_DELIVERED` or what Odoo says against it
 */
export async function cancelOrder(
	odoo: OdooClient,
	name: PaymentName,
	reason: string,
	dryRun: boolean,
): Promise<CancelledOrder> {
	const sale = await demandPaidSale(odoo, name);
	const { state } = sale;
	const adopted = state.state === 'cancel';
	if (!adopted && sale.delivered) throw delivered(state.name);
	if (!dryRun) await cancelSale(odoo, sale, name, reason);
	return {
		status: 'cancelled',
		sale_order_id: state.id,
		name: state.name,
		state: adopted || !dryRun ? 'cancel' : state.state,
		adopted,
		...(dryRun && { dry_run: true as const }),
	};
}

/** Cancels it and says why in its chatter; of one that is cancelled already, why it is to stay so. */
export async function cancelSale(
	odoo: OdooClient,
	{ state }: PaidSale,
	name: PaymentName,
	reason: string,
): Promise<void> {
	const key = paymentKey(asPaidOrder(name, 0, state.currency));
	await noteOnOrder(odoo, state.id, cancelledNoteId(key), `Cancelled: ${reason}`);
	if (state.state === 'cancel') return;
	await cancelOrders(odoo, [state.id]);
}

const delivered = (order: string) =>
	new IntegrationError({
		code: 'ODOO_ORDER_DELIVERED',
		message: `Order ${order} cannot be cancelled: goods of it have left the warehouse.`,
		likelyCause: 'Its delivery was validated in Odoo before the cancellation arrived.',
		nextStep: 'Use Create Return, so that the warehouse expects the goods back.',
	});
