/** What happens at a moment of the year. */
export type YearEventKind =
	| 'order'
	| 'refund'
	/** The sweep and Health, which n8n's own schedule would start every 5 and 15 minutes. */
	| 'look'
	/** The bill of yesterday is compared. */
	| 'morning'
	/** The books of the month before are compared. */
	| 'month-end'
	| 'new-odoo-key'
	| 'odoo-down'
	| 'odoo-up'
	| 'n8n-down'
	| 'n8n-up'
	| 'n8n-upgrade'
	| 'new-merchant-certificate'
	| 'new-platform-certificate'
	| 'old-platform-certificate-ends'
	| 'enter-public-key'
	| 'more-public-key'
	| 'clocks-change'
	| 'leap-day'
	| 'year-end';

export interface YearEvent {
	/** Milliseconds since 1970. */
	at: number;
	kind: YearEventKind;
}

export interface YearPlan {
	/** First day, `yyyy-MM-dd`, in Beijing. */
	from: string;
	days: number;
	ordersADay: number;
	looksADay: number;
	/** One day in so many is played, and each day around an event or an announcement; the rest is jumped over. */
	every: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Odoo lets the key of an internal user live for 90 days. */
export const KEY_DAYS = 90;
const RENEWED_AFTER_DAYS = KEY_DAYS - 3;
const REFUND_EVERY_DAYS = 5;
/** When the merchant's certificate ends, on which calls to WeChat Pay depend. */
export const MERCHANT_CERTIFICATE_END = Date.parse('2028-07-15T12:00:00+08:00');
export const ANNOUNCED_BEFORE_DAYS = 14;
/** Health after trouble began: within the 20 minutes in which an alarm has to arrive. */
const FIRST_LOOK = 15 * MINUTE;

/** Of 2028, a leap year; times in Beijing. */
const DATES: Array<[kind: YearEventKind, time: string]> = [
	['odoo-down', '2028-02-08T06:00'],
	['odoo-up', '2028-02-09T06:00'],
	['leap-day', '2028-02-29T12:00'],
	['clocks-change', '2028-03-26T09:00'],
	['new-platform-certificate', '2028-04-11T12:00'],
	['old-platform-certificate-ends', '2028-04-21T12:00'],
	['n8n-down', '2028-05-16T06:00'],
	['n8n-up', '2028-05-17T06:00'],
	['n8n-upgrade', '2028-06-13T09:00'],
	['new-merchant-certificate', '2028-07-11T09:00'],
	['enter-public-key', '2028-09-01T09:00'],
	...[4, 5, 6, 7, 8, 9, 10].map((day): [YearEventKind, string] => [
		'more-public-key',
		`2028-09-${String(day).padStart(2, '0')}T09:00`,
	]),
	['clocks-change', '2028-10-29T09:00'],
	['year-end', '2029-01-01T00:00'],
];

/** Everything that happens, in order. */
export function calendar({ from, days, ordersADay, looksADay, every }: YearPlan): YearEvent[] {
	const start = Date.parse(`${from}T00:00:00+08:00`);
	const end = start + days * DAY;
	const events: YearEvent[] = [];
	const add = (kind: YearEventKind, at: number) => events.push({ kind, at });
	const evenly = (kind: YearEventKind, day: number, count: number, offset: number) => {
		for (let index = 0; index < count; index += 1) {
			add(kind, day + (index * DAY) / count + offset);
		}
	};
	const rare = DATES.map(([kind, time]) => ({ kind, at: Date.parse(`${time}:00+08:00`) }));
	const renewals = range(RENEWED_AFTER_DAYS, days).map((index) => start + index * DAY);
	const said = [
		...[start, ...renewals].map((at) => at + KEY_DAYS * DAY),
		MERCHANT_CERTIFICATE_END,
	].map((at) => at - ANNOUNCED_BEFORE_DAYS * DAY);
	const near = [...rare.map(({ at }) => at), ...renewals, ...said];
	for (let day = start, index = 0; day < end; day += DAY, index += 1) {
		const isNear = near.some((at) => at > day - DAY && at < day + 2 * DAY);
		if (index % every !== 0 && !isNear && !isFirstOfMonth(day)) continue;
		evenly('order', day, ordersADay, 7 * MINUTE);
		evenly('look', day, looksADay, 8 * HOUR + 40 * MINUTE);
		add('morning', day + 10 * HOUR + 20 * MINUTE);
		if (index % (REFUND_EVERY_DAYS * every) === 0 && index > 0) add('refund', day + 15 * HOUR);
		if (isFirstOfMonth(day) && index > 0) add('month-end', day + 11 * HOUR);
		if (renewals.includes(day)) add('new-odoo-key', day + 9 * HOUR);
	}
	for (const { kind, at } of rare) {
		if (at < start || at >= end) continue;
		add(kind, at);
		if (kind.endsWith('-down')) add('look', at + FIRST_LOOK);
	}
	return events.filter(({ at }) => at < end).sort((a, b) => a.at - b.at);
}

const isFirstOfMonth = (day: number): boolean =>
	new Date(day + 8 * HOUR).toISOString().slice(8, 10) === '01';

/** Every so many, from the first to below the end. */
const range = (step: number, end: number): number[] =>
	Array.from({ length: Math.ceil(end / step) - 1 }, (_, index) => (index + 1) * step);
