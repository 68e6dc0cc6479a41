import type { OdooClient } from '../odoo/client';
import { idOf, searchRead } from '../odoo/records';
import { changedSince, newestChange, type ChangeCursor, type ChangeSource } from './changed-since';
import type { EmittedStates, WatchedState } from './emitted-states';

/** Records in Odoo whose changes are emitted. */
export interface Watch {
	sources: ChangeSource[];
	/** Reads the newest states of records. Records that do not belong to this watch are left out. */
	read(odoo: OdooClient, ids: number[]): Promise<WatchedState[]>;
	/** Whether a record that keeps changing may wait, because its last emitted state does no harm. Absent: never. */
	mayWait?(emitted: unknown, now: object): boolean;
}

/** States that have changed, and the cursor for the next call. */
export interface FoundChanges {
	changed: WatchedState[];
	cursor: ChangeCursor;
}

/**
 * Finds everything that has changed since the cursor, and notes it as emitted.
 *
 * @param cursor absent: nothing is returned but a cursor to start with
 */
export async function findChanges(
	odoo: OdooClient,
	watch: Watch,
	emitted: EmittedStates,
	cursor: ChangeCursor | undefined,
): Promise<FoundChanges> {
	if (cursor === undefined) return { changed: [], cursor: await newestChange(odoo, watch.sources) };
	const changes = await changedSince(odoo, watch.sources, cursor);
	const changed = await changedStates(odoo, watch, emitted, changes.ids, () => false);
	return { changed, cursor: changes.cursor };
}

/**
 * Reads records that may have changed. Changed states are noted as emitted.
 *
 * @param postpone postpones a record that may wait; false if it has waited long enough
 */
export async function changedStates(
	odoo: OdooClient,
	watch: Watch,
	emitted: EmittedStates,
	ids: number[],
	postpone: (id: number) => boolean,
): Promise<WatchedState[]> {
	if (ids.length === 0) return [];
	const waits = (state: WatchedState) => {
		const last = emitted.last(state);
		return last !== undefined && watch.mayWait?.(last, state.json) === true && postpone(state.id);
	};
	const states = await watch.read(odoo, ids);
	const changed = states.filter((state) => !waits(state) && emitted.hasChanged(state));
	for (const state of changed) emitted.set(state);
	return changed;
}

/** The newest state as a sample; undefined if nothing has happened yet. */
export async function newestState(
	odoo: OdooClient,
	watch: Watch,
): Promise<WatchedState | undefined> {
	for (const { model, domain, of } of watch.sources) {
		const options = { archived: true, order: 'write_date desc, id desc', limit: 20 };
		const rows = await searchRead(odoo, model, domain, [of], options);
		const ids = rows.map((row) => idOf(row[of]) ?? 0);
		const states = new Map((await watch.read(odoo, ids)).map((state) => [state.id, state]));
		const newest = ids.map((id) => states.get(id)).find((state) => state !== undefined);
		if (newest) return newest;
	}
	return undefined;
}
