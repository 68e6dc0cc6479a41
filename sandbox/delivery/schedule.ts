const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Seconds that WeChat waits before each of its 15 resends: 24 h 4 min in all. */
export const RESEND_WAITS_S: readonly number[] = [
	15,
	15,
	30,
	3 * MINUTE,
	10 * MINUTE,
	20 * MINUTE,
	30 * MINUTE,
	30 * MINUTE,
	30 * MINUTE,
	60 * MINUTE,
	3 * HOUR,
	3 * HOUR,
	3 * HOUR,
	6 * HOUR,
	6 * HOUR,
];

/** Milliseconds to wait before each resend, with a second of the schedule as long as `timeScale`. */
export function resendWaitsMs(timeScale: number, maxResends = RESEND_WAITS_S.length): number[] {
	return RESEND_WAITS_S.slice(0, maxResends).map((seconds) => seconds * 1000 * timeScale);
}
