import type { OdooClient } from '../odoo/client';
import type { ChangeCursor } from './changed-since';
import type { Pace } from './pending-changes';
import type { WatchedState } from './emitted-states';
import type { Watch } from './watch';

/** Whether Odoo pushes changes; `why` says as a sentence why it does not. */
export type PushStatus = { pushed: true } | { pushed: false; why: string };

/** Changed states to emit, and how they were found. */
export interface Emission {
	changed: WatchedState[];
	source: 'push' | 'poll';
	push: PushStatus;
	/** The earliest time they were read, in milliseconds since 1970. */
	asOf: number;
}

export interface WatcherSettings extends Pace {
	watch: Watch;
	client(): Promise<OdooClient>;
	/** The saved cursor; absent: only later changes are emitted. */
	cursor: ChangeCursor | undefined;
	/** Saves the cursor for the next start. */
	saveCursor(cursor: ChangeCursor): void;
	/** Emits changes. If it rejects, the states did not arrive: their newest states are emitted again. */
	emit(emission: Emission): Promise<unknown>;
	/** Makes Odoo push changes, if possible. */
	enablePush(odoo: OdooClient): Promise<PushStatus>;
	/** Called after each failed poll; the watcher continues. */
	failed(error: unknown, inARow: number): void;
	/** Milliseconds between polls while pushes do not arrive. */
	pollMs: number;
	/** Milliseconds between polls while pushes arrive. */
	catchUpMs: number;
	/** Milliseconds since 1970. */
	now(): number;
	/** Milliseconds, of any origin, on a clock that is never set. */
	monotonic(): number;
}
