import { cancelOrders } from '../sale-order/cancel-orders';
import type { OdooClient } from '../../odoo/client';
import { cancelHolds } from '../hold/cancel-holds';
import { holdExpiry } from '../hold/hold-reference';
import { backToDraft } from './reset-to-quotation';
import { sawHolds, sawTotal } from './skip-lookup';
import { openPickings } from '../sale-order/resolve-double-reservations';
import { judge } from './check-order';
import type { OrderState } from '../sale-order/order-state';
import { orderOrigin, type RecordOptions } from '../model/paid-order';
import type { Standing } from './find-or-create-orders';

/**
 * Looks at orders that were confirmed without a look before: what should not have been confirmed is
 * taken back, to be decided by a person; a hold that turns up gives its stock to the paid order.
 *
 * @param orders what Odoo holds now: these orders and all others with their references
 * @returns whether stock has changed hands, so that reservations have to be read again
 */
export async function verifyConfirmed(
	odoo: OdooClient,
	standings: Standing[],
	orders: Map<number, OrderState>,
	options: RecordOptions,
): Promise<boolean> {
	let moved = false;
	for (const standing of standings) {
		const { order, state } = standing;
		const origin = { ours: true, adopted: state.state === 'cancel' };
		const others = [...orders.values()].filter(
			({ id, state: other }) => id !== state.id && other !== 'cancel',
		);
		const typed = others.find(({ reference }) => reference === order.payment.transaction_id);
		const held = others.find(
			(other) =>
				other.origin === orderOrigin(order) && holdExpiry(other.reference ?? '') !== undefined,
		);
		const sold = state.state === 'sale' || state.state === 'done';
		const asDraft = sold ? { ...state, state: 'draft', hasActivity: false } : state;
		const judgement = judge(order, asDraft, origin, options);
		await sawTotal(odoo, order, options, judgement.verdict === 'confirm');
		if (typed) {
			await cancelOrders(odoo, [state.id]);
			standing.origin = { ours: false, adopted: true };
			standing.state = typed;
			standing.judgement = judge(order, typed, standing.origin, options);
		} else if (judgement.verdict === 'review') {
			if (sold) {
				const decision = { orderId: state.id, key: standing.key, reason: judgement.reason };
				await backToDraft(odoo, [decision]);
			}
			standing.state = asDraft;
			standing.judgement = judgement;
		} else if (held) {
			await sawHolds(odoo);
			await cancelHolds(odoo, [held.id]);
			const ids = await openPickings(odoo, [state.id]);
			if (ids.length > 0) await odoo.call('stock.picking', 'action_assign', { ids });
			moved = true;
		}
	}
	return moved;
}
