/** Largest batch: one call to Odoo must not keep others waiting for long. */
const LARGEST = 50;
export const SMALLEST = 8;
/** An order may have to wait for one batch before its own; the rest of its time is a reserve. */
const SHARE_OF_TIME = 0.4;
/** Before anything was measured: 16 orders in a budget of 4 seconds. */
const FIRST_GUESS_MS = 100;
/** Weight of the newest batch in the average. */
const WEIGHT = 0.3;

/** Keeps batches well within the time of their orders, by the duration of earlier batches. */
export interface BatchSize {
	/** @param leftMs time of the most urgent order */
	limit(leftMs: number): number;
	/** Records the duration of a successful batch. */
	measured(orders: number, ms: number): void;
}

export function batchSize(): BatchSize {
	let perOrderMs = FIRST_GUESS_MS;
	return {
		limit: (leftMs) =>
			Math.min(LARGEST, Math.max(SMALLEST, Math.floor((leftMs * SHARE_OF_TIME) / perOrderMs))),
		measured(orders, ms) {
			// A small batch has the overhead of a large one, so it says little about the time per order.
			if (orders >= SMALLEST) perOrderMs += WEIGHT * (ms / orders - perOrderMs);
		},
	};
}
