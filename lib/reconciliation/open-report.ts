import { DAY, type OpenEntry } from './open-list';

/** What is open, and what was closed on the day of the report. */
export interface OpenReport {
	/** The day of the report, `yyyy-MM-dd`. */
	date: string;
	/** True when nothing is open and every day was compared. */
	agrees: boolean;
	/** Differences that are open. */
	open: number;
	days_not_compared: string[];
	/** Age of the oldest open entry in days. */
	oldest_days: number;
	closed_today: number;
	/** Open entries with their age, the oldest first. */
	entries: Array<OpenEntry & { age_days: number }>;
	/** Entries that were closed on this day. */
	closed_entries: OpenEntry[];
	/** For people, a line for each open entry. */
	text: string;
}

const DAY_MS = 24 * 3_600_000;

/** @param today `yyyy-MM-dd` */
export function openReport(entries: OpenEntry[], today: string): OpenReport {
	const aged = entries
		.filter(({ state }) => state === 'open')
		.map((entry) => ({ ...entry, age_days: ageOf(entry, today) }))
		.sort((a, b) => b.age_days - a.age_days);
	const days = aged.filter(({ kind }) => kind === DAY).map(({ date }) => date);
	const closed = entries.filter(
		({ kind, state, closed: on }) => kind !== DAY && state === 'closed' && on === today,
	);
	const open = aged.length - days.length;
	const head = `${today}: ${open} open differences, ${closed.length} closed today, ${days.length} days not compared.`;
	const lines = aged.map((entry) => {
		const about = [entry.order, entry.transaction_id, entry.refund_id].filter(Boolean).join(', ');
		const text = `${entry.kind}${about && `: ${about}`}. ${entry.cause} ${entry.next_step}`;
		return `${entry.date} (${entry.age_days} days): ${text}`;
	});
	return {
		...{ date: today, agrees: aged.length === 0, open, days_not_compared: days },
		...{ oldest_days: aged[0]?.age_days ?? 0, closed_today: closed.length },
		...{ entries: aged, closed_entries: closed, text: [head, ...lines].join('\n') },
	};
}

/** Whole days since the day of the bill. */
const ageOf = ({ date }: OpenEntry, today: string): number =>
	Math.max(0, Math.round((Date.parse(today) - Date.parse(date)) / DAY_MS));
