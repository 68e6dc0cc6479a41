import { transpile, ScriptTarget } from 'typescript';

/** Unit tests of what is more than one folder, or no TypeScript source. */
const OF_THE_WHOLE = [
	'bounded-work',
	'docs',
	'docker-compose',
	'github-workflows',
	'nodes/credential-choice',
	'nodes/output-schemas',
	'nodes/on-error',
	'nodes/subtitle',
	'sandbox/independence',
	'settlement-month',
	'templates',
	'tools/services/n8n-answers',
	'upgrade',
];

const SUITE = 'test/unit/';

/**
 * Unit tests whose path belongs to no source: `test/unit/lib/a/b.test.ts` is the test of `lib/a/b.ts`
 * or of the folder `lib/a/b`.
 */
export function testsWithoutSource(files: string[]): string[] {
	const sources = new Set(files.flatMap((file) => [file.replace(/\.ts$/, ''), ...foldersOf(file)]));
	return files.filter((file) => {
		if (!isUnitTest(file)) return false;
		const source = testedBy(file);
		return !OF_THE_WHOLE.includes(source) && !sources.has(source);
	});
}

const isUnitTest = (file: string): boolean => file.startsWith(SUITE) && file.endsWith('.test.ts');

/** Path of what a unit test holds, without `.ts`. */
const testedBy = (test: string): string => test.slice(SUITE.length).replace(/\.test\.ts$/, '');

const foldersOf = (file: string): string[] => {
	const parts = file.split('/').slice(0, -1);
	return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
};

/** Source files of `lib` and `nodes` that have a function, but no unit test at their path. */
export function sourcesWithoutTest(files: string[], read: (file: string) => string): string[] {
	const tested = new Set(files.filter(isUnitTest).map((file) => `${testedBy(file)}.ts`));
	return files.filter(
		(file) => /^(lib|nodes)\/.*\.ts$/.test(file) && !tested.has(file) && hasFunction(read(file)),
	);
}

/** Types alone, and the descriptions that n8n shows, have nothing to test. */
const hasFunction = (source: string): boolean =>
	/=>|\bfunction\b|^ +(async )?\w+\(.*\{$/m.test(
		transpile(source, { target: ScriptTarget.ES2022, removeComments: true }),
	);
