import { basename } from 'node:path';

import { reachable, type ImportGraph } from '../package/import-graph';

/** What is known of the repository's files, by path from its root. */
export interface Repository {
	/** Imports, those of types alone included. */
	graph: ImportGraph;
	/** Content of each file of the graph, and of the templates in `workflows`. */
	texts: ReadonlyMap<string, string>;
}

const TEST = /^test\/(unit|contract|e2e|browser)\/.*\.test\.ts$/;
const SOURCE = /\.(ts|mjs)$/;

/** Files that tests read by listing a folder, or that everything depends on. */
const BY_FOLDER: Array<[changed: RegExp, tests: RegExp]> = [
	[/\.md$/, /^test\/unit\/docs\.test\.ts$/],
	[/^workflows\//, /^test\/unit\/templates\.test\.ts$|^test\/browser\//],
	[/^(package(-lock)?\.json|tsconfig\.json|jest\.config\.js)$/, /^test\/unit\//],
];

/**
 * Test files that the changed files may affect: those that import them, directly or through others, or
 * name them; and, where tests drive n8n, those whose workflows have nodes that import them.
 */
export function affectedTests(changed: string[], repository: Repository): string[] {
	const touched = new Set([...changed, ...changed.flatMap((file) => naming(file, repository))]);
	const tests = [...repository.graph.keys()].filter((file) => TEST.test(file));
	return tests.filter(
		(test) =>
			reachedBy(test, repository).some((file) => touched.has(file)) ||
			BY_FOLDER.some(([of, to]) => to.test(test) && changed.some((file) => of.test(file))),
	);
}

/** Sources that name a file which no source can import. */
function naming(file: string, { texts }: Repository): string[] {
	if (SOURCE.test(file)) return [];
	const name = basename(file);
	return [...texts].filter(([, text]) => text.includes(name)).map(([path]) => path);
}

function reachedBy(test: string, { graph, texts }: Repository): string[] {
	const imported = reachable(graph, [test]);
	if (!/^test\/(e2e|browser)\//.test(test)) return imported;
	const own = imported
		.filter((file) => file.startsWith('test/'))
		.map((file) => texts.get(file) ?? '');
	const templates = [...texts.keys()].filter(
		(file) => file.startsWith('workflows/') && own.some((text) => text.includes(basename(file))),
	);
	const workflows = templates.map((file) => texts.get(file) ?? '');
	const nodes = nodeFiles(graph).filter((file) => {
		const used = new RegExp(`['".]${nodeName(file)}['"]`);
		return [...own, ...workflows].some((text) => used.test(text));
	});
	return [...imported, ...templates, ...reachable(graph, nodes)];
}

const nodeFiles = (graph: ImportGraph): string[] =>
	[...graph.keys()].filter((file) => file.endsWith('.node.ts'));

/** `nodes/SkuMap/SkuMap.node.ts` is the type `skuMap`. */
function nodeName(file: string): string {
	const name = basename(file, '.node.ts');
	return `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;
}
