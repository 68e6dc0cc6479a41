/** What a caller with a notification is to do. */
export type Claim =
	/** Nobody has it, or its run has failed: run it, then say how that ended. */
	| { role: 'first' }
	/** Its run has succeeded, or is stored and not known to have failed. */
	| { role: 'done' }
	/** The first run has just been answered like this. */
	| { role: 'answered'; acknowledged: boolean }
	/** Too much to remember. */
	| { role: 'refused' };

export interface FirstRunsSettings {
	/** Notifications remembered, and callers that wait. */
	maxRemembered: number;
	maxWaiting: number;
	/** How long a run that nobody hears of counts as unfinished, and how long a success is remembered. Milliseconds. */
	unfinishedMs: number;
	doneMs: number;
	/** Milliseconds. */
	now: () => number;
	/** Calls back after so many milliseconds, unless the returned function is called before. */
	startTimer: (ms: number, onEnd: () => void) => () => void;
}
