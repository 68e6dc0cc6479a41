/** The fields of an APIv2 message, all of them text. */
export type V2Fields = Record<string, string>;

/**
 * Whose message it is, in the names of APIv3. With `sub_mch_id` in it, `mch_id` is the service provider.
 */
export function v2Owner(fields: V2Fields) {
	const { mch_id = '', appid, sub_mch_id, sub_appid } = fields;
	const own = { mchid: mch_id, ...(appid ? { appid } : {}) };
	if (!sub_mch_id) return own;
	return {
		...own,
		sp_mchid: mch_id,
		...(appid ? { sp_appid: appid } : {}),
		sub_mchid: sub_mch_id,
		...(sub_appid ? { sub_appid } : {}),
	};
}

/**
 * APIv2 writes Beijing time without saying so, as `20260122201503` or `2026-01-22 20:15:03`.
 *
 * @returns ISO 8601 with offset, undefined when it is no time
 */
export function beijingTime(written: string | undefined): string | undefined {
	const digits = (written ?? '').replace(/[-: ]/g, '');
	const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(digits);
	if (!match) return undefined;
	const [, year, month, day, hour, minute, second] = match;
	return `${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`;
}
