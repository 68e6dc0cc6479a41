import { idOf, searchRead } from '../odoo/records';
import { changedSince, newestChange, type ChangeCursor, type ChangeSource } from './changed-since';
import type { OdooClient } from '../odoo/client';
import { Told } from './emitted-states';

/** The newest state of one record, as an item tells it. */
export interface Watched {
	/** The record that the state is of. */
	id: number;
	json: object;
}

/** Something in Odoo whose changes are told. */
export interface Watch {
	sources: ChangeSource[];
	/** The newest state of records, those left out that are none of this watch's concern. */
	read(odoo: OdooClient, ids: number[]): Promise<Watched[]>;
	/** True where nobody is misled by the state told last while the record keeps changing. Absent: never. */
	mayWait?(told: unknown, now: object): boolean;
}

/** Where a watcher stands. `told` is only an economy: after a restart some states are told again. */
export interface Standing {
	/** Absent before the first look. */
	cursor?: ChangeCursor;
	told: Told;
}

/** What is news, and where the watcher stands once it has arrived. */
export interface Look {
	news: Watched[];
	cursor?: ChangeCursor;
}

/** All that has changed since the last look; a first look only takes its place. */
export async function lookForChanges(
	odoo: OdooClient,
	watch: Watch,
	{ cursor, told }: Standing,
): Promise<Look> {
	if (cursor === undefined) return { news: [], cursor: await newestChange(odoo, watch.sources) };
	const changes = await changedSince(odoo, watch.sources, cursor);
	return { news: await newsOf(odoo, watch, changes.ids, told), cursor: changes.cursor };
}

/**
 * What is news of certain records, whoever says that they have changed.
 *
 * @param postpone leaves a record that may wait for later; false when it has waited enough
 */
export async function lookAt(
	odoo: OdooClient,
	watch: Watch,
	ids: number[],
	{ told }: Pick<Standing, 'told'>,
	postpone: (id: number) => boolean,
): Promise<Look> {
	const waits = ({ id, json }: Watched) => {
		const before = told.last(id);
		return before !== undefined && watch.mayWait?.(before, json) === true && postpone(id);
	};
	return { news: await newsOf(odoo, watch, ids, told, waits) };
}

async function newsOf(
	odoo: OdooClient,
	watch: Watch,
	ids: number[],
	told: Told,
	waits: (state: Watched) => boolean = () => false,
): Promise<Watched[]> {
	if (ids.length === 0) return [];
	const states = await watch.read(odoo, ids);
	return states.filter((state) => !waits(state) && told.isNews(state.id, state.json));
}

/** The newest state that there is to tell, as a sample; undefined where nothing has happened yet. */
export async function newestState(odoo: OdooClient, watch: Watch): Promise<Watched | undefined> {
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
