const MINUTE_MS = 60_000;
const DAY_MS = 24 * 3_600_000;

/** When customs is asked about an order, in milliseconds since 1970. */
export interface CheckTimes {
	/** Of the order. */
	since: number;
	/** The last check; NaN before the first. */
	checked: number;
}

/**
 * Whether an open declaration is to be looked up again: customs sends no notification. The pause is half the age of
 * the order, at least 2 minutes and at most an hour.
 */
export function isCheckDue({ since, checked }: CheckTimes, now: number): boolean {
	if (Number.isNaN(checked)) return true;
	const pause = Math.min(60 * MINUTE_MS, Math.max(2 * MINUTE_MS, (checked - since) / 2));
	return now - checked >= pause;
}

/** Whether customs has not answered for a day, so that a person has to look. */
export const isOverdue = ({ since }: Pick<CheckTimes, 'since'>, now: number): boolean =>
	now - since >= DAY_MS;
