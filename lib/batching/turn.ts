import type { Gathering } from './batch-window';

/** Somebody who waits for an answer. Replaced in tests. */
export interface Caller {
	/** Called once when the answer is out or the connection is gone: true only for a finished answer of 200. */
	onSettled(listener: (acknowledged: boolean) => void): void;
}

export interface Batch<Item> {
	id: string;
	items: Item[];
}

export type Turn<Item> =
	/** Store this batch: the answer to this caller decides for all of it. */
	| { role: 'leader'; batch: Batch<Item> }
	/** The leader's answer is out: answer alike. */
	| { role: 'follower'; acknowledged: boolean }
	/** Too many are waiting. */
	| { role: 'refused' }
	/** The caller went away before its turn. */
	| { role: 'gone' };

export interface GroupCommitSettings {
	/** Most callers that may wait for an answer of others: each holds memory in n8n. */
	maxWaiting: number;
	/** How long a leader may take, milliseconds. */
	limitMs: number;
	gathering: Gathering;
	/** Milliseconds. */
	now: () => number;
	newId: () => string;
	/** Calls back after so many milliseconds, unless the returned function is called before. */
	startTimer: (ms: number, onEnd: () => void) => () => void;
}
