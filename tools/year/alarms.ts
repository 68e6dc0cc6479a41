import { ANNOUNCED_BEFORE_DAYS, DAY } from './calendar';

/** One alarm of one look of Health. */
export interface SeenAlarm {
	/** Milliseconds since 1970. */
	at: number;
	check: string;
	words: string;
	/** Whether it came by the second channel. */
	by_message: boolean;
}

/** Why alarms of some kinds are right for a while. */
export interface Cause {
	name: string;
	checks: string[];
	from: number;
	until: number;
}

/** What ends on a known day, and has to be announced. */
export interface Ending {
	name: string;
	/** The check of Health that announces it. */
	check: string;
	/** Milliseconds since 1970. */
	from: number;
	end: number;
}

export interface Announcement {
	name: string;
	/** Day of the end, `yyyy-MM-dd`. */
	ends: string;
	/** Days before the end; null if nothing was said. */
	announced_days_before: number | null;
	in_time: boolean;
}

/** Health says it in whole days. */
const EARLY = (ANNOUNCED_BEFORE_DAYS + 1) * DAY;

/** Whether each end was announced 14 days before, where it falls into the time that was played. */
export const announcements = (endings: Ending[], alarms: SeenAlarm[], until: number) =>
	endings
		.filter(({ end }) => end - ANNOUNCED_BEFORE_DAYS * DAY < until)
		.map(({ name, check, from, end }): Announcement => {
			const first = alarms.find((one) => one.check === check && one.at >= from && one.at < end);
			const days = first ? (end - first.at) / DAY : null;
			return {
				...{ name, ends: new Date(end).toISOString().slice(0, 10) },
				announced_days_before: days === null ? null : Math.round(days * 10) / 10,
				in_time: days !== null && days >= ANNOUNCED_BEFORE_DAYS,
			};
		});

/** Alarms that nothing of what happened explains. */
export function withoutCause(alarms: SeenAlarm[], causes: Cause[], endings: Ending[]): SeenAlarm[] {
	const all = [
		...causes,
		...endings.map(({ name, check, end }) => ({
			...{ name, checks: [check], from: end - EARLY, until: end },
		})),
	];
	return alarms.filter(
		({ at, check }) =>
			!all.some(({ checks, from, until }) => checks.includes(check) && at >= from && at <= until),
	);
}
