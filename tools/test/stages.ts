/** One command of the whole test. */
export interface Part {
	name: string;
	/** A program in `node_modules/.bin` and its arguments. */
	command: string[];
	/** Jest counts its tests. */
	jest?: true;
}

/** Parts that run side by side, once everything before them has passed. */
export interface Stage {
	name: string;
	parts: Part[];
}

const jestStage = (project: string, ...more: string[]): Stage => ({
	name: project,
	parts: [{ name: project, command: ['jest', '--selectProjects', project, ...more], jest: true }],
});

/**
 * Two runs of a suite side by side, each with half of its files and its own services: a test of n8n mostly
 * waits, so that one alone leaves a core idle.
 */
const halvedStage = (project: string): Stage => ({
	name: project,
	parts: [1, 2].map((half) => {
		const which = ['--runInBand', `--shard=${half}/2`, '--passWithNoTests'];
		const command = ['jest', '--selectProjects', project, ...which];
		return { name: `${project} ${half}`, command, jest: true };
	}),
});

const FOLDERS = ['lib', 'nodes', 'credentials', 'sandbox', 'tools', 'test'];

/** The longest first, so that no core waits for it in the end. */
const STATIC: Part[] = [
	{ name: 'lint', command: ['eslint', '.', '--max-warnings', '0'] },
	{ name: 'build', command: ['gulp', 'build'] },
	{ name: 'format', command: ['prettier', '--check', '--cache', '--log-level', 'warn', '.'] },
	{ name: 'type check', command: ['tsc', '-p', 'tsconfig.json'] },
	{ name: 'layers', command: ['depcruise', ...FOLDERS] },
	{ name: 'structure', command: ['tsx', 'tools/package/structure.ts'] },
	{ name: 'docs', command: ['tsx', 'tools/docs/main.ts'] },
	{ name: 'language', command: ['tsx', 'tools/language/main.ts'] },
];

/** Installs what these suites run on. */
const services = (suites: string[]): Stage => ({
	name: 'services',
	parts: [{ name: 'install services', command: ['tsx', 'tools/services/install.ts', ...suites] }],
});

const STAGES: Stage[] = [
	{ name: 'static', parts: STATIC },
	{ name: 'static', parts: [{ name: 'package', command: ['tsx', 'tools/package/check.ts'] }] },
	jestStage('unit', '--maxWorkers=100%'),
	jestStage('contract', '--maxWorkers=100%'),
	halvedStage('e2e'),
	jestStage('browser', '--runInBand'),
];

const ON_SERVICES = ['contract', 'e2e', 'browser'];

/**
 * The stages of these names in their order, with the services that they need; all stages without names.
 *
 * @param more further arguments for stages, by their name
 * @throws Error for a name that no stage has
 */
export function chosenStages(names: string[], more: Record<string, string[]> = {}): Stage[] {
	const known = [...new Set(STAGES.map(({ name }) => name))];
	const unknown = names.find((name) => !known.includes(name));
	if (unknown) throw new Error(`There is no stage "${unknown}", only ${known.join(', ')}`);
	const chosen = STAGES.filter(({ name }) => names.length === 0 || names.includes(name)).map(
		({ name, parts }) => ({ name, parts: parts.map((part) => withArguments(part, more[name])) }),
	);
	const suites = ON_SERVICES.filter((suite) => chosen.some(({ name }) => name === suite));
	const first = chosen.findIndex(({ name }) => suites.includes(name));
	if (first === -1) return chosen;
	return [...chosen.slice(0, first), services(suites), ...chosen.slice(first)];
}

/** The stages that run these test files and no others. */
export function stagesOf(testFiles: string[]): Stage[] {
	const suites = STAGES.map(({ name }) => name).filter((name) => name !== 'static');
	const files = (suite: string) => testFiles.filter((file) => file.startsWith(`test/${suite}/`));
	const touched = suites.filter((suite) => files(suite).length > 0);
	const more = touched.map((suite) => [suite, ['--runTestsByPath', ...files(suite)]]);
	return touched.length === 0
		? []
		: chosenStages(touched, Object.fromEntries(more) as Record<string, string[]>);
}

const withArguments = (part: Part, more: string[] = []): Part => ({
	...part,
	command: [...part.command, ...more],
});
