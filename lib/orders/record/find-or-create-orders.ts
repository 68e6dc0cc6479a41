import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { finishDrafts } from './reset-to-quotation';
import { newestOrder, sawOrders } from './skip-lookup';
import { completeDrafts } from './complete-drafts';
import { findOrders } from './find-orders';
import { judge, type Judgement, type Origin } from './check-order';
import type { OrderState } from '../sale-order/order-state';
import { paymentKey, type PaidOrder, type RecordOptions } from '../model/paid-order';
import { readOrders } from '../sale-order/read-orders';
import { unwrittenOrder } from './expected-order';
import { writeOrders } from './write-orders';

/** A payment's order as it stands in Odoo, and what is to be done with it. */
export interface Standing {
	order: PaidOrder;
	/** The payment's key. */
	key: string;
	origin: Origin;
	state: OrderState;
	judgement: Judgement;
	/** Written just now and not looked at since: `state` is what is expected of it. */
	unseen?: true;
}

/**
 * Finds or writes every order, and judges what stands in Odoo then.
 *
 * @param fresh keys of payments that have no order yet, as far as one can know without a look
 * @returns by payment key; an error for an order that Odoo took in no form
 */
export async function placeOrders(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
	fresh: ReadonlySet<string>,
): Promise<Map<string, Standing | IntegrationError>> {
	const newest = await newestOrder(odoo);
	const places = await findOrWrite(odoo, orders, options, fresh);
	const found = [...places].flatMap(([key, place]) => ('id' in place ? [{ key, ...place }] : []));
	for (const { id, origin } of found) {
		// Odoo counts ids upwards: `load` has found this one, and not made it.
		if (id <= newest) origin.adopted = true;
	}
	const isUnseen = ({ key, origin }: (typeof found)[number]) =>
		fresh.has(key) && !origin.adopted && origin.refused === undefined;
	const seen = found.filter((place) => !isUnseen(place));
	const read = await readOrders(
		odoo,
		seen.map(({ id }) => id),
		false,
	);
	const cancelled = seen.filter(
		({ id, origin }) => origin.ours && read.orders.get(id)?.state === 'cancel',
	);
	const finished = await finishDrafts(odoo, new Map(cancelled.map(({ key, id }) => [key, id])));
	const now = new Map([...read.orders, ...(await readOrders(odoo, finished, false)).orders]);
	const states = options.completeDrafts ? await complete(odoo, orders, places, now, options) : now;
	await sawOrders(
		odoo,
		seen.map(({ id }) => id),
	);
	const unseen = new Set(found.filter(isUnseen).map(({ key }) => key));
	return new Map<string, Standing | IntegrationError>(
		orders.map((order) => {
			const key = paymentKey(order);
			const place = places.get(key);
			if (!place) return [key, hidden()];
			if ('error' in place) return [key, place.error];
			const { origin } = place;
			if (unseen.has(key)) {
				const state = unwrittenOrder(order, options, place.id);
				return [key, { order, key, origin, state, judgement: CONFIRM, unseen: true }];
			}
			const state = states.get(place.id);
			if (!state) return [key, hidden()];
			return [key, { order, key, origin, state, judgement: judge(order, state, origin, options) }];
		}),
	);
}

const CONFIRM: Judgement = { verdict: 'confirm' };

/** Completes what can be, and marks it in the orders' origins. */
async function complete(
	odoo: OdooClient,
	orders: PaidOrder[],
	places: Map<string, Place>,
	states: Map<number, OrderState>,
	options: RecordOptions,
): Promise<Map<number, OrderState>> {
	const drafts = orders.flatMap((order) => {
		const place = places.get(paymentKey(order));
		const state = place && 'id' in place ? states.get(place.id) : undefined;
		return place && 'id' in place && place.origin.ours && state ? [{ order, state, place }] : [];
	});
	const { ready, refused } = await completeDrafts(odoo, drafts, options);
	for (const { order, place } of drafts) {
		const words = refused.get(paymentKey(order));
		if (ready.has(paymentKey(order))) place.origin.completed = true;
		if (words !== undefined) place.origin.refused = words;
	}
	const changed = drafts.filter(({ place }) => place.origin.completed).map(({ place }) => place.id);
	return new Map([...states, ...(await readOrders(odoo, changed, false)).orders]);
}

type Place = { id: number; origin: Origin } | { error: IntegrationError };

async function findOrWrite(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
	fresh: ReadonlySet<string>,
): Promise<Map<string, Place>> {
	const places = new Map<string, Place>();
	const perhapsThere = orders.filter((order) => !fresh.has(paymentKey(order)));
	for (const [key, { id, ...found }] of await findOrders(odoo, perhapsThere)) {
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
