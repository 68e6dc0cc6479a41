import type { OdooClient } from '../client';
import { findByExternalId } from '../external-ids';
import { noteOnOrder } from '../after-sales/chatter';
import { idOf, searchRead } from '../records';

const externalId = (key: string) => `wechat_pay.${key}_short`;

/** Leaves a note that the policy was carried out for an order: it is not carried out twice. */
export async function noteShortage(
	odoo: OdooClient,
	orderId: number,
	key: string,
	reason: string,
): Promise<void> {
	await noteOnOrder(odoo, orderId, externalId(key), reason);
}

/**
 * Of short orders that an earlier attempt has confirmed, those for which it broke off before the
 * policy. An order that a person has confirmed since is that person's.
 *
 * @param orders sale order ids by payment key
 * @returns payment keys
 */
export async function withoutPolicy(
	odoo: OdooClient,
	orders: Map<string, number>,
): Promise<Set<string>> {
	if (orders.size === 0) return new Set();
	const byThisUser = await confirmedByThisUser(odoo, [...orders.values()]);
	const open = new Set<string>();
	for (const [key, id] of orders) {
		if (byThisUser.has(id) && !(await findByExternalId(odoo, externalId(key)))) open.add(key);
	}
	return open;
}

/** Odoo tells each confirmation in the chatter, by whom it was made. */
async function confirmedByThisUser(odoo: OdooClient, ids: number[]): Promise<Set<number>> {
	const subtype = await odoo.remember(
		'subtype of confirmations',
		async () => await findByExternalId(odoo, 'sale.mt_order_confirmed'),
	);
	const messages = await searchRead(
		odoo,
		'mail.message',
		[
			['model', '=', 'sale.order'],
			['res_id', 'in', ids],
			['subtype_id', '=', subtype?.id ?? 0],
		],
		['res_id', 'create_uid'],
		{ order: 'id' },
	);
	const user = await odoo.userId();
	const last = new Map(messages.map((row) => [Number(row.res_id), idOf(row.create_uid)]));
	return new Set([...last].flatMap(([id, by]) => (by === user ? [id] : [])));
}
