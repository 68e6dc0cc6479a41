/** How n8n is set up: with its own engine setting each waiting caller costs processor time and memory. */
export interface Setting {
	database: 'SQLite' | 'PostgreSQL';
	engine: 'recommended' | 'default';
}

/** Which parts of the benchmark are run. */
export interface Chosen {
	/** What happens before n8n: no server is started for it. */
	receiving: boolean;
	settings: Setting[];
	/** Callbacks at once. */
	crowds: number[];
}

const DATABASES = ['SQLite', 'PostgreSQL'] as const;
const ENGINES = ['recommended', 'default'] as const;
const CROWDS = [1, 20, 200, 1000];
const WORDS = ['receiving', ...DATABASES, ...ENGINES, ...CROWDS.map(String)];

/**
 * Everything, unless words narrow it down: `receiving`, databases, engine settings and crowd sizes. A kind of
 * which nothing is named stays whole; `receiving` alone starts no n8n.
 *
 * @throws Error for a word that means nothing here
 */
export function chosenCells(words: string[]): Chosen {
	const unknown = words.find((word) => !WORDS.includes(word));
	if (unknown !== undefined) throw new Error(`"${unknown}" is none of: ${WORDS.join(', ')}`);
	const named = <T extends string | number>(all: readonly T[]): T[] => {
		const some = all.filter((one) => words.includes(String(one)));
		return some.length > 0 ? some : [...all];
	};
	const noServer = words.length > 0 && words.every((word) => word === 'receiving');
	const settings = named(DATABASES).flatMap((database) =>
		named(ENGINES).map((engine) => ({ database, engine })),
	);
	return {
		receiving: words.length === 0 || words.includes('receiving'),
		settings: noServer ? [] : settings,
		crowds: named(CROWDS),
	};
}
