/** The fields of an APIv2 message, all of them text. */
export type V2Fields = Record<string, string>;

/** The fields that are not empty, under their names in APIv3. */
export function renamed<K extends string>(fields: V2Fields, names: Record<K, string>) {
	const filled = Object.entries<string>(names).filter(([, name]) => fields[name]);
	return Object.fromEntries(filled.map(([to, name]) => [to, fields[name]])) as Partial<
		Record<K, string>
	>;
}

/** An amount, which XML has as text; undefined when it is empty or none. */
export const v2Amount = (value = ''): number | undefined =>
	/^\d{1,15}$/.test(value) ? Number(value) : undefined;
