import type { OdooClient } from '../odoo/client';
import type { ChangeCursor } from './changed-since';
import type { Pace } from './pending-changes';
import type { Watch, Watched } from './watch';

/** How a watcher learns of changes between its looks; `why` says, as a sentence, why only by looking. */
export type Hearing = { pushed: true } | { pushed: false; why: string };

/** States on their way, and what found them. */
export interface Telling {
	news: Watched[];
	source: 'push' | 'poll';
	hearing: Hearing;
	/** When they were read, at the earliest, on the watcher's clock. */
	asOf: number;
}

export interface WatcherSettings extends Pace {
	watch: Watch;
	client(): Promise<OdooClient>;
	/** Where the watcher stood when it was stopped; absent: changes count from now on. */
	cursor: ChangeCursor | undefined;
	/** Keeps the place for the next start. */
	keep(cursor: ChangeCursor): void;
	/** Hands states on; rejects, sooner or later, when they did not arrive: they are told again, as they are by then. */
	tell(telling: Telling): Promise<unknown>;
	/** Sees to it that Odoo pushes, as far as it can. */
	listen(odoo: OdooClient): Promise<Hearing>;
	/** Told of each failed look; the watcher goes on by itself. */
	failed(error: unknown, inARow: number): void;
	/** Milliseconds between looks where Odoo does not push, or has not yet, and where it does. */
	pollMs: number;
	catchUpMs: number;
	/** Milliseconds, of any origin. */
	now(): number;
}
