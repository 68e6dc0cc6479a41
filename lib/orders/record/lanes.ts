import type { OdooClient } from '../../odoo/client';
import { componentsOf, kitsAmong } from '../../odoo/kits';
import { buyerExternalId } from './buyers';
import type { PaidOrder } from '../model/paid-order';

/** Batches that run at the same time, and the keys that each of them occupies. */
export interface Lanes {
	/** Lanes without a batch. */
	free(): number;
	/** Whether a running batch occupies one of these keys. */
	isBusy(keys: string[]): boolean;
	/** Occupies a lane. @returns a function that leaves it */
	enter(keys: string[]): () => void;
	/** Calls this whenever a lane becomes free. */
	whenFree(wake: () => void): void;
}

/** @param most batches at the same time */
export function createLanes(most: number): Lanes {
	const running = new Set<ReadonlySet<string>>();
	const waiting: Array<() => void> = [];
	return {
		free: () => most - running.size,
		isBusy: (keys) => [...running].some((lane) => keys.some((key) => lane.has(key))),
		enter(keys) {
			const lane = new Set(keys);
			running.add(lane);
			return () => {
				running.delete(lane);
				// In turn, or one kind of work would never let another one in.
				waiting.push(...waiting.splice(0, 1));
				for (const wake of [...waiting]) wake();
			};
		},
		whenFree: (wake) => void waiting.push(wake),
	};
}

/** Things that share keys, directly or through others, in the order of their first one. */
export interface Group<T> {
	members: T[];
	keys: string[];
}

/** Divides things into groups that have no key in common. */
export function groupByKeys<T>(things: T[], keysOf: (thing: T) => string[]): Array<Group<T>> {
	const groups: Array<Group<T>> = [];
	const groupOf = new Map<string, Group<T>>();
	for (const thing of things) {
		const keys = keysOf(thing);
		const [first, ...others] = new Set(keys.flatMap((key) => groupOf.get(key) ?? []));
		const group = first ?? { members: [], keys: [] };
		if (!first) groups.push(group);
		for (const other of others) {
			group.members.push(...other.members);
			group.keys.push(...other.keys);
			for (const key of other.keys) groupOf.set(key, group);
			groups.splice(groups.indexOf(other), 1);
		}
		group.members.push(thing);
		for (const key of keys) {
			if (groupOf.get(key) !== group) group.keys.push(key);
			groupOf.set(key, group);
		}
	}
	return groups;
}

/**
 * What recording an order touches in Odoo: its buyer, and the stock of its products and of the components of
 * kits. Orders that share one of these are not recorded at the same time. Kits are read once for a
 * connection; without them, orders may collide in Odoo, which costs time and no unit.
 *
 * @returns keys by order
 */
export async function laneKeys(
	odoo: OdooClient,
	orders: PaidOrder[],
): Promise<Map<PaidOrder, string[]>> {
	const products = orders.map((order) => [order, productsOf(order)] as const);
	const parts = await componentsByKit(odoo, [...new Set(products.flatMap(([, ids]) => ids))]);
	return new Map(
		products.map(([order, ids]) => {
			const touched = ids.flatMap((id) => [id, ...(parts.get(id) ?? [])]);
			return [order, [buyerExternalId(order), ...touched.map((id) => `product ${id}`)]];
		}),
	);
}

const productsOf = ({ mapping }: PaidOrder): number[] =>
	(mapping?.lines ?? []).map(({ product_id: id }) => id);

async function componentsByKit(
	odoo: OdooClient,
	productIds: number[],
): Promise<Map<number, number[]>> {
	const parts = new Map<number, number[]>();
	if (productIds.length === 0) return parts;
	try {
		const kits = await odoo.remember('kits', async () => await kitsAmong(odoo));
		for (const id of productIds) {
			if (!kits.has(id)) continue;
			const read = async () => await componentsOf(odoo, [id]);
			parts.set(id, await odoo.remember(`components of ${id}`, read));
		}
	} catch {
		// Whatever is wrong with Odoo, recording the order will say so.
	}
	return parts;
}

/** Largest batch: one call to Odoo must not keep others waiting for long. */
const LARGEST = 50;
export const SMALLEST = 8;
/** An order may have to wait for one batch before its own; the rest of its time is a reserve. */
const SHARE_OF_TIME = 0.4;
/** Before anything was measured: 16 orders in a budget of 4 seconds. */
const FIRST_GUESS_MS = 100;
/** Weight of the newest batch in the average. */
const WEIGHT = 0.3;

/** Keeps batches well within the time of their orders, by the duration of earlier batches. */
export interface BatchSize {
	/** @param leftMs time of the most urgent order */
	limit(leftMs: number): number;
	/** Records the duration of a successful batch. */
	measured(orders: number, ms: number): void;
}

export function batchSize(): BatchSize {
	let perOrderMs = FIRST_GUESS_MS;
	return {
		limit: (leftMs) =>
			Math.min(LARGEST, Math.max(SMALLEST, Math.floor((leftMs * SHARE_OF_TIME) / perOrderMs))),
		measured(orders, ms) {
			// A small batch has the overhead of a large one, so it says little about the time per order.
			if (orders >= SMALLEST) perOrderMs += WEIGHT * (ms / orders - perOrderMs);
		},
	};
}
