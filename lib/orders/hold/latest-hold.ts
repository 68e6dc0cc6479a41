import type { OdooClient } from '../../odoo/client';
import { findByExternalId } from '../../odoo/external-ids';
import { orderExternalId, type PaidOrder } from '../model/paid-order';
import { asHold } from './hold-reference';

/** The sale order of a hold, and which hold of its number it is. */
export interface KnownHold {
	id: number;
	/** From 1. */
	turn: number;
}

/** The newest hold of an order's number: a further one is made only after all earlier ones were released. */
export async function latestHold(
	odoo: OdooClient,
	order: PaidOrder,
): Promise<KnownHold | undefined> {
	let latest: KnownHold | undefined;
	for (let turn = 1; ; turn += 1) {
		const found = await findByExternalId(odoo, orderExternalId(asHold(order, turn)));
		if (found?.model !== 'sale.order') return latest;
		latest = { id: found.id, turn };
	}
}
