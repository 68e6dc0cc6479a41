import { BoundedMap } from '../core/memoize';

/** The newest state of one record, as its item has it. */
export interface WatchedState {
	/** Id of the record. */
	id: number;
	/** Tells several states of one record apart. */
	part?: number;
	json: object;
}

/** The last emitted state of each record, so that no state is emitted twice in a row. */
export class EmittedStates {
	private readonly states: BoundedMap<string, string>;

	/** @param limit states to remember; a forgotten one may be emitted again */
	constructor(limit = 20_000) {
		this.states = new BoundedMap(limit);
	}

	/** Whether this state differs from the last emitted one. */
	hasChanged(state: WatchedState): boolean {
		return this.states.get(keyOf(state)) !== JSON.stringify(state.json);
	}

	set(state: WatchedState): void {
		this.states.set(keyOf(state), JSON.stringify(state.json));
	}

	/** What was last emitted in place of this state; undefined if it is unknown. */
	last(state: WatchedState): unknown {
		const text = this.states.get(keyOf(state));
		return text === undefined ? undefined : JSON.parse(text);
	}

	/** For states that were emitted but did not arrive. */
	forget(states: WatchedState[]): void {
		for (const state of states) this.states.delete(keyOf(state));
	}
}

const keyOf = ({ id, part = 0 }: WatchedState): string => `${id}/${part}`;
