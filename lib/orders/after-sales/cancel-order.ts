import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { noteIds, paymentKey, type PaymentName } from '../model/order-keys';
import { postNotes, requestReviews } from '../sale-order/chatter';
import { cancelOrders } from '../sale-order/cancel-orders';
import { demandPaidOrder, type OrderOfPayment } from './find-paid-order';

/** Result for an order to cancel. */
export interface CancelledOrder {
	status: 'cancelled';
	sale_order_id: number;
	/** Order number, e.g. `S00042`. */
	name: string;
	/** Odoo's state; in a preview the state before. */
	state: string;
	/** Whether it was cancelled before. */
	adopted: boolean;
	dry_run?: true;
}

/**
 * Cancels the sale order of a payment if nothing was delivered, which releases its stock. Repeating it
 * changes nothing, and a repeated payment notification does not revive the order.
 *
 * @param reason written into the chatter
 * @throws IntegrationError `ODOO_ORDER_UNKNOWN`, `ODOO_ORDER_DELIVERED`, or the error of Odoo
 */
export async function cancelOrder(
	odoo: OdooClient,
	payment: PaymentName,
	reason: string,
	dryRun: boolean,
): Promise<CancelledOrder> {
	const order = await demandPaidOrder(odoo, payment);
	const { state } = order;
	const adopted = state.state === 'cancel';
	if (!adopted && order.delivered) throw delivered(state.name);
	const rejected = dryRun ? undefined : await cancelForGood(odoo, order, payment, reason);
	if (rejected) throw rejected;
	return {
		status: 'cancelled',
		sale_order_id: state.id,
		name: state.name,
		state: adopted || !dryRun ? 'cancel' : state.state,
		adopted,
		...(dryRun && { dry_run: true as const }),
	};
}

/**
 * Cancels an order and notes the reason in its chatter. A cancelled order gets the note as well: it stays
 * cancelled.
 *
 * @returns the error if Odoo does not cancel it
 */
export async function cancelForGood(
	odoo: OdooClient,
	{ state, picked }: OrderOfPayment,
	payment: PaymentName,
	reason: string,
): Promise<IntegrationError | undefined> {
	const key = paymentKey({ payment });
	const { cancelled: externalId } = noteIds(key);
	await postNotes(odoo, [{ orderId: state.id, externalId, text: `Cancelled: ${reason}` }]);
	if (state.state === 'cancel') return undefined;
	const error = (await cancelOrders(odoo, [state.id])).get(state.id);
	if (error || !picked) return error;
	const review = { orderId: state.id, key: `${key}_picked`, reason: PICKED };
	await requestReviews(odoo, [review], undefined);
	return undefined;
}

const PICKED =
	'The order was cancelled after its goods were picked. Put them back: open its finished transfer (Pick or Pack) in Odoo, and select Return.';

const delivered = (order: string) =>
	new IntegrationError({
		code: 'ODOO_ORDER_DELIVERED',
		message: `Order ${order} cannot be cancelled: goods of it have left the warehouse.`,
		likelyCause: 'Its delivery was validated in Odoo before the cancellation arrived.',
		nextStep: 'Use Create Return, so that the warehouse expects the goods back.',
	});
