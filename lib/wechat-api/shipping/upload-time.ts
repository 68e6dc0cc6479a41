/**
 * When an upload is made, in milliseconds since 1970: now, but always later than the last one, which
 * WeChat tells in whole seconds. It takes the latest for the truth.
 *
 * @param lastSeconds Unix seconds of the last upload, 0 for none
 */
export const laterThan = (lastSeconds: number, nowMs: number): number =>
	Math.max(nowMs, lastSeconds > 0 ? (lastSeconds + 1) * 1000 : 0);
