import type { OdooClient } from '../odoo/client';
import { findByExternalIds } from '../odoo/external-ids';
import { toDoId } from './create-to-do';
import { markDone } from './sale-order/chatter';

/**
 * Marks the activities of `createToDo` as done: what they asked for has happened. Keys without one, and activities
 * that a person has closed, are left out.
 *
 * @param feedback plain text that Odoo keeps with them
 * @returns how many were open
 */
export async function completeToDos(
	odoo: OdooClient,
	keys: string[],
	feedback: string,
): Promise<number> {
	const known = await findByExternalIds(odoo, keys.map(toDoId));
	const ids = [...known.values()].map(({ id }) => id);
	return ids.length === 0 ? 0 : await markDone(odoo, [['id', 'in', ids]], feedback);
}
