import { BoundedMap } from '../core/bounded-map';

/** The last emitted state of each record, so that no state is emitted twice in a row. */
export class EmittedStates {
	private readonly states: BoundedMap<number, string>;

	/** @param limit records to remember; the state of a forgotten record may be emitted again */
	constructor(limit = 20_000) {
		this.states = new BoundedMap(limit);
	}

	/** Whether this state differs from the last emitted one. */
	hasChanged(id: number, state: unknown): boolean {
		return this.states.get(id) !== JSON.stringify(state);
	}

	set(id: number, state: unknown): void {
		this.states.set(id, JSON.stringify(state));
	}

	/** The last emitted state; undefined if it is unknown. */
	last(id: number): unknown {
		const text = this.states.get(id);
		return text === undefined ? undefined : JSON.parse(text);
	}

	/** For states that were emitted but did not arrive. */
	forget(ids: number[]): void {
		for (const id of ids) this.states.delete(id);
	}
}
