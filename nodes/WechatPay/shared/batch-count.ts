interface Batch {
	passed: Set<string>;
	since: number;
}

/**
 * Counts which notifications of a batch have passed, over several runs of a node in one execution
 * (each branch of a workflow is a run of its own). Kept in memory: an execution never leaves its process.
 */
export class BatchCount {
	private readonly batches = new Map<string, Batch>();

	constructor(private readonly limits: { batches: number; ageMs: number }) {}

	/**
	 * Notes that a notification has passed.
	 *
	 * @param now milliseconds
	 * @returns true once: when the last missing one of the batch has passed
	 */
	pass(batchId: string, size: number, identity: string, now: number): boolean {
		this.forgetOld(now);
		const batch = this.batches.get(batchId) ?? { passed: new Set(), since: now };
		this.batches.set(batchId, batch);
		if (batch.passed.has(identity)) return false;
		batch.passed.add(identity);
		return batch.passed.size === size;
	}

	/** The oldest stand first. Complete ones stay a while, so that a run tried again does not answer twice. */
	private forgetOld(now: number): void {
		for (const [id, { since }] of this.batches) {
			const tooMany = this.batches.size >= this.limits.batches;
			if (!tooMany && now - since <= this.limits.ageMs) return;
			this.batches.delete(id);
		}
	}
}
