import { sellable } from '../../core/stock-update';

/** A relative change: WeChat advises against absolute ones, which undo what is sold meanwhile. */
export interface StockDifference {
	/** 1 adds, 2 subtracts. */
	diff_type: 1 | 2;
	/** Units, above 0. */
	num: number;
}

/**
 * What turns the stock there is into the one wanted; undefined when it is right already. Never
 * subtracts more than there is.
 */
export function stockDifference(there: number, wanted: number): StockDifference | undefined {
	const change = sellable(wanted) - sellable(there);
	if (change === 0) return undefined;
	return change > 0 ? { diff_type: 1, num: change } : { diff_type: 2, num: -change };
}
