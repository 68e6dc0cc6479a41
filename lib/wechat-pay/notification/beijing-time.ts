const CLOCK = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)$/;

/** `2026-11-22 18:30:00` on a clock in Beijing as ISO 8601; undefined when it is no such time. */
export function beijingToIso(text: string): string | undefined {
	const [, day, clock] = CLOCK.exec(text.trim()) ?? [];
	const iso = `${day}T${clock}+08:00`;
	return day && !Number.isNaN(Date.parse(iso)) ? iso : undefined;
}

/** The date in Beijing, `yyyy-MM-dd`, so many days before a moment (milliseconds since 1970). */
export function beijingDate(ms: number, daysBefore = 0): string {
	return new Date(ms + (8 - 24 * daysBefore) * 3_600_000).toISOString().slice(0, 10);
}
