import { addDays } from '../core/beijing-time';
import { groupBy } from '../core/collections';
import { DAY, type OpenEntry } from './open-list';

/** A day whose bill to compare. */
export interface DayToCompare {
	/** In Beijing, `yyyy-MM-dd`. */
	date: string;
	/** `new`: the newest. `missed`: an earlier run did not get to it. `open`: it has open differences. */
	reason: 'new' | 'missed' | 'open';
	/** How many differences of the day are open. */
	open_differences: number;
}

/**
 * Days whose bill has to be compared, the oldest first: every day since the first that was compared, until its bill
 * was compared, every day with open differences, and always the newest. Without any record only the newest.
 *
 * @param newest the newest day that has a bill, `yyyy-MM-dd`
 * @param lookBack how many days at most, counted back from the newest
 */
export function daysToCompare(
	entries: OpenEntry[],
	newest: string,
	lookBack: number,
): DayToCompare[] {
	const byDate = groupBy(entries, ({ date }) => date);
	const ofDays = entries.filter(({ kind }) => kind === DAY).map(({ date }) => date);
	const oldest = addDays(newest, 1 - Math.max(1, lookBack));
	const first = [newest, ...ofDays].sort()[0] ?? newest;
	const days: DayToCompare[] = [];
	for (let date = first < oldest ? oldest : first; date <= newest; date = addDays(date, 1)) {
		const own = byDate.get(date) ?? [];
		const open = own.filter(({ kind, state }) => kind !== DAY && state === 'open').length;
		const record = own.find(({ kind }) => kind === DAY);
		const compared = record !== undefined && record.state !== 'open';
		if (compared && open === 0 && date !== newest) continue;
		const reason = open > 0 ? 'open' : date === newest ? 'new' : 'missed';
		days.push({ date, reason, open_differences: open });
	}
	return days;
}
