import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { convertHolds } from '../hold/holds';
import { paymentKey } from '../model/order-keys';
import type { PaidOrder, RecordOptions } from '../model/paid-order';
import type { OrderState } from '../sale-order/order-state';
import { readOrders } from '../sale-order/read-orders';
import { checkOrder, type OrderInProgress, type OrderSource } from './check-order';
import { completeDrafts } from './complete-drafts';
import { findOrders } from './find-orders';
import { findPricelist, orderReferences, withOwnContacts } from './order-references';
import { finishResets } from './reset-to-quotation';
import { endedWaits } from './update-reviews';
import { writeOrders, type WrittenOrder } from './write-orders';

interface Located {
	order: PaidOrder;
	key: string;
	id: number;
	source: OrderSource;
}

/**
 * Finds or creates every order, reads it and checks it against its payment.
 *
 * @returns by payment key; an error for an order that could not be written
 */
export async function findOrCreateOrders(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
): Promise<Map<string, OrderInProgress | IntegrationError>> {
	const results = new Map<string, OrderInProgress | IntegrationError>();
	const located = await locateOrders(odoo, orders, options, results);
	const ids = located.map(({ id }) => id);
	const states = (await readOrders(odoo, ids, false)).orders;
	const readAgain = async (changed: number[]) => {
		for (const [id, state] of (await readOrders(odoo, changed, false)).orders)
			states.set(id, state);
	};
	const cancelled = located.filter(
		({ id, source }) => source.ours && states.get(id)?.state === 'cancel',
	);
	await readAgain(await finishResets(odoo, new Map(cancelled.map(({ key, id }) => [key, id]))));
	if (options.completeDrafts) await readAgain(await complete(odoo, located, states, options));
	await noteEndedWaits(odoo, located, states);
	for (const { order, key, id, source } of located) {
		const state = states.get(id);
		if (!state) {
			results.set(key, hidden());
			continue;
		}
		const check = checkOrder(order, state, source, options);
		results.set(key, { order, key, source, state, check });
	}
	return results;
}

/** Marks the sources of orders of a WeChat Shop that had to wait and may be shipped now. */
async function noteEndedWaits(
	odoo: OdooClient,
	located: Located[],
	states: Map<number, OrderState>,
): Promise<void> {
	const asked = located.filter(
		({ order, id, source }) =>
			order.payment.shop_appid &&
			order.waitReason === undefined &&
			source.adopted &&
			states.get(id)?.hasActivity,
	);
	const ended = await endedWaits(odoo, asked);
	for (const { key, source } of asked) {
		const waited = ended.get(key);
		if (waited) source.waited = waited;
	}
}

/** @param failed gets the errors of orders that could not be written */
async function locateOrders(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
	failed: Map<string, IntegrationError | OrderInProgress>,
): Promise<Located[]> {
	const found = await findOrders(odoo, orders, convertHolds);
	const missing = orders.filter((order) => !found.has(paymentKey(order)));
	const written =
		missing.length > 0
			? await createOrders(odoo, missing, options)
			: new Map<string, WrittenOrder>();
	return orders.flatMap((order): Located[] => {
		const key = paymentKey(order);
		const old = found.get(key);
		if (old) {
			const { id, ...source } = old;
			return [{ order, key, id, source: { ...source, adopted: true } }];
		}
		const result = written.get(key) ?? { error: hidden() };
		if ('id' in result) {
			const { id, ...source } = result;
			return [{ order, key, id, source: { ...source, ours: true } }];
		}
		failed.set(key, result.error);
		return [];
	});
}

async function createOrders(
	odoo: OdooClient,
	orders: PaidOrder[],
	options: RecordOptions,
): Promise<Map<string, WrittenOrder>> {
	const references = await orderReferences(odoo, orders, options);
	return await writeOrders(odoo, orders, references, options, withOwnContacts);
}

/** Completes drafts, and marks their sources. @returns ids of the completed orders */
async function complete(
	odoo: OdooClient,
	located: Located[],
	states: Map<number, OrderState>,
	options: RecordOptions,
): Promise<number[]> {
	const drafts = located.flatMap(({ order, id, source }) => {
		const state = source.ours ? states.get(id) : undefined;
		return state ? [{ order, state }] : [];
	});
	const { ready, rejected } = await completeDrafts(
		odoo,
		drafts,
		options,
		async (currency) => await findPricelist(odoo, currency, options),
	);
	for (const { key, source } of located) {
		if (ready.has(key)) source.completed = true;
		source.obstacle = rejected.get(key) ?? source.obstacle;
	}
	return located.flatMap(({ id, source }) => (source.completed ? [id] : []));
}

const hidden = () =>
	new IntegrationError({
		code: 'ODOO_ORDER_HIDDEN',
		message: 'The order of this payment exists, but the Odoo user may not see it.',
		likelyCause:
			'It belongs to another salesperson or company, and the user may only see its own documents.',
		nextStep:
			'In Odoo: Settings → Users & Companies → Users → the user of the credential → Access Rights: give "Sales: User: All Documents".',
	});
