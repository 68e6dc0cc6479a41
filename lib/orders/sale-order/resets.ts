import type { OdooClient } from '../../odoo/client';
import { externalIdsOf, findByExternalIds } from '../../odoo/external-ids';
import { searchRead, type Domain } from '../../odoo/records';
import { keyOfReset, noteIds } from '../model/order-keys';

/** Text of the note with which a reset to a quotation starts. */
export const RESET_STARTED = 'The confirmation is undone: the order is reset to a quotation.';

/**
 * Of these orders, those with a reset to a quotation, and whether it has not finished yet: such an order is
 * cancelled for a moment, or since the reset was interrupted.
 */
export async function readResets(
	odoo: OdooClient,
	orderIds: number[],
): Promise<Map<number, { unfinished: boolean }>> {
	const resets = new Map<number, { unfinished: boolean }>();
	if (orderIds.length === 0) return resets;
	const domain: Domain = [
		['model', '=', 'sale.order'],
		['res_id', 'in', orderIds],
		['body', 'ilike', RESET_STARTED],
	];
	const notes = await searchRead(odoo, 'mail.message', domain, ['res_id']);
	if (notes.length === 0) return resets;
	const named = await externalIdsOf(
		odoo,
		'mail.message',
		notes.map(({ id }) => id),
	);
	const keys = new Map(
		notes.flatMap(({ id, res_id: order }) => {
			const [key] = (named.get(id) ?? []).flatMap((one) => keyOfReset(one) ?? []);
			return key === undefined ? [] : [[Number(order), key] as const];
		}),
	);
	const ends = [...keys.values()].flatMap((key) => [noteIds(key).decided, noteIds(key).cancelled]);
	const ended = await findByExternalIds(odoo, ends);
	for (const [order, key] of keys) {
		const { decided, cancelled } = noteIds(key);
		resets.set(order, { unfinished: !ended.has(decided) && !ended.has(cancelled) });
	}
	return resets;
}
