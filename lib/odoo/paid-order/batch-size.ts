/** Orders that one call of Odoo's can take at all without keeping others waiting for long. */
const LARGEST = 50;
const SMALLEST = 8;
/** An order may have to wait for one batch and then be in the next; what is left over is for surprises. */
const SHARE_OF_TIME = 0.4;
/** Before anything was measured: 16 orders in a budget of 4 seconds. */
const FIRST_GUESS_MS = 100;
/** How much the newest batch counts. */
const WEIGHT = 0.3;

/** Keeps batches well inside the time that their orders have, by how long the last ones took. */
export interface BatchSize {
	/** Orders that fit. @param leftMs until the most pressing one is late */
	most(leftMs: number): number;
	/** Takes note of a batch that went through. */
	took(orders: number, ms: number): void;
}

export function batchSize(): BatchSize {
	let perOrderMs = FIRST_GUESS_MS;
	return {
		most: (leftMs) =>
			Math.min(LARGEST, Math.max(SMALLEST, Math.floor((leftMs * SHARE_OF_TIME) / perOrderMs))),
		took(orders, ms) {
			// A single order takes several calls by itself: it says little about a batch.
			if (orders >= SMALLEST) perOrderMs += WEIGHT * (ms / orders - perOrderMs);
		},
	};
}
