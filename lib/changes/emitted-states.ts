/** What has been told of each record, newest last, so that the same state is not told twice. */
export class Told {
	private readonly states = new Map<number, string>();

	/** @param most records to remember; who is forgotten is only told once more */
	constructor(private readonly most: number = 20_000) {}

	/** True when this state of the record is not the one that was told last; notes it as told. */
	isNews(id: number, state: unknown): boolean {
		const text = JSON.stringify(state);
		if (this.states.get(id) === text) return false;
		this.states.delete(id);
		this.states.set(id, text);
		// The oldest stands first.
		if (this.states.size > this.most) this.states.delete(this.states.keys().next().value ?? 0);
		return true;
	}

	/** The state that was told last, as far as it is remembered. */
	last(id: number): unknown {
		const text = this.states.get(id);
		return text === undefined ? undefined : JSON.parse(text);
	}

	/** For what was told and did not arrive. */
	forget(ids: number[]): void {
		for (const id of ids) this.states.delete(id);
	}
}
