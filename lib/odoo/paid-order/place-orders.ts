import { IntegrationError } from '../../errors';
import type { OdooClient } from '../client';
import { findOrders } from './find-orders';
import { judge, type Judgement, type Origin } from './judge';
import type { OrderState } from './order-state';
import { paymentKey, type PaidOrder, type RecordOptions } from './paid-order';
import { readOrders } from './read-orders';
import { writeOrders } from './write-orders';

/** A payment's order as it stands in Odoo, and what is to be done with it. */
export interface Standing {
	order: PaidOrder;
	/** The payment's key. */
	key: string;
	origin: Origin;
	state: OrderState;
	judgement: Judgement;
}

/**
 * Finds or writes every order, and judges what stands in Odoo then.
 *
 * @returns by payment key; an error for an order that Odoo took in no form
 */
export async function placeOrders(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
): Promise<Map<string, Standing | IntegrationError>> {
	const places = await findOrWrite(odoo, orders, options);
	const ids = [...places.values()].flatMap((place) => ('id' in place ? [place.id] : []));
	const { orders: states } = await readOrders(odoo, ids, false);
	return new Map<string, Standing | IntegrationError>(
		orders.map((order) => {
			const key = paymentKey(order);
			const place = places.get(key);
			if (place && 'error' in place) return [key, place.error];
			const state = place && states.get(place.id);
			if (!place || !state) return [key, hidden()];
			const { origin } = place;
			return [key, { order, key, origin, state, judgement: judge(order, state, origin, options) }];
		}),
	);
}

type Place = { id: number; origin: Origin } | { error: IntegrationError };

async function findOrWrite(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
): Promise<Map<string, Place>> {
	const places = new Map<string, Place>();
	for (const [key, { id, ...found }] of await findOrders(odoo, orders)) {
		places.set(key, { id, origin: { ...found, adopted: true } });
	}
	const missing = orders.filter((order) => !places.has(paymentKey(order)));
	if (missing.length === 0) return places;
	for (const [key, written] of await writeOrders(odoo, missing, options)) {
		if ('error' in written) places.set(key, written);
		else {
			const { id, adopted, refused } = written;
			places.set(key, { id, origin: { ours: true, adopted, refused } });
		}
	}
	return places;
}

const hidden = () =>
	new IntegrationError({
		code: 'ODOO_ORDER_HIDDEN',
		message: 'The order of this payment is there, but the Odoo user may not see it.',
		likelyCause:
			'It was given to another salesperson or company, and the user sees only its own documents.',
		nextStep:
			'In Odoo: Settings → Users & Companies → Users → the user of the credential → Access Rights: give "Sales: User: All Documents".',
	});
