const OFFSET_MS = 8 * 3600 * 1000;

/** RFC 3339 in seconds as WeChat writes it: `2018-06-08T10:34:56+08:00`. */
export function beijingTime(atMs: number): string {
	return `${new Date(atMs + OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}
