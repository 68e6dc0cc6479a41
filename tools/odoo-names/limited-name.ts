/** Versions with a name: `14-16`, `17-` for 17 and later. Without one it is in all of 14 to 20. */
type Range = `${number}-` | `${number}-${number}`;

/** A name that not every version has. */
export interface LimitedName {
	in: Range;
	/** The name that other versions have in its place; absent where they have none. */
	elsewhere?: string;
}

/** A name of a version and all later ones. */
export const newer = (from: number, elsewhere?: string): LimitedName => ({
	in: `${from}-`,
	...(elsewhere && { elsewhere }),
});
/** A name of 14 to a version. */
export const older = (until: number, elsewhere?: string): LimitedName => ({
	in: `14-${until}`,
	...(elsewhere && { elsewhere }),
});

/** Names that all versions have. @param text separated by blanks */
export const names = (text: string): Record<string, undefined> =>
	Object.fromEntries(text.split(' ').map((name) => [name, undefined]));

/** Whether a version has a name. */
export function hasName(name: LimitedName | undefined, version: number): boolean {
	const [from, until] = (name?.in ?? '14-').split('-').map(Number);
	return version >= (from ?? 0) && (!until || version <= until);
}
