const BEIJING_MS = 8 * 3_600_000;

/**
 * When an upload is made, in milliseconds since 1970: now, but always later than the last one, which
 * WeChat tells in whole seconds. It takes the latest for the truth.
 *
 * @param lastSeconds Unix seconds of the last upload, 0 for none
 */
export const laterThan = (lastSeconds: number, nowMs: number): number =>
	Math.max(nowMs, lastSeconds > 0 ? (lastSeconds + 1) * 1000 : 0);

/** RFC 3339 as in WeChat's example: `2022-12-15T13:29:35.120+08:00`. */
export const uploadTime = (ms: number): string =>
	new Date(ms + BEIJING_MS).toISOString().replace('Z', '+08:00');
