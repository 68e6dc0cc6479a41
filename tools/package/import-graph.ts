import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

/** A source file with its lines and the local files that it imports. */
export interface SourceFile {
	lines: number;
	imports: string[];
	/** It is part of a circle of imports. */
	circular: boolean;
}

/** Source files by path from the repository's root. */
export type ImportGraph = ReadonlyMap<string, SourceFile>;

/**
 * Reads the TypeScript files of folders with the settings of `.dependency-cruiser.cjs`.
 *
 * @param types whether imports of types alone count, too
 */
export async function readImportGraph(folders: string[], types: boolean): Promise<ImportGraph> {
	// Both are ES modules, which a CommonJS file can only import like this.
	const { cruise } = await import('dependency-cruiser');
	const { default: readOptions } = await import(
		'dependency-cruiser/config-utl/extract-depcruise-options'
	);
	const options = await readOptions(join(root, '.dependency-cruiser.cjs'));
	const { output } = await cruise(folders, {
		...options,
		tsPreCompilationDeps: types,
		baseDir: root,
	});
	if (typeof output === 'string') throw new Error('dependency-cruiser returned no graph');
	const isLocal = (path: string) => /\.(ts|mjs)$/.test(path) && !path.includes('node_modules');
	return new Map(
		output.modules
			.filter(({ source }) => isLocal(source))
			.map(({ source, dependencies }) => [
				source,
				{
					lines: readFileSync(join(root, source), 'utf8').split('\n').length - 1,
					imports: dependencies.map(({ resolved }) => resolved).filter(isLocal),
					circular: dependencies.some(({ circular }) => circular),
				},
			]),
	);
}

/** The entry files and everything that they import, directly or through others. */
export function reachable(graph: ImportGraph, entries: string[]): string[] {
	const found = new Set<string>();
	const open = [...entries];
	for (let file = open.pop(); file !== undefined; file = open.pop()) {
		if (found.has(file)) continue;
		found.add(file);
		open.push(...importsOf(graph, file));
	}
	return [...found];
}

/** The longest way from one of the entry files to a file that imports nothing, both included. */
export function longestChain(graph: ImportGraph, entries: string[]): string[] {
	const known = new Map<string, string[]>();
	const chainFrom = (file: string): string[] => {
		const before = known.get(file);
		if (before) return before;
		// Ends the search where files import each other in a circle.
		known.set(file, []);
		const chain = [file, ...longest(importsOf(graph, file).map(chainFrom))];
		known.set(file, chain);
		return chain;
	};
	return longest(entries.map(chainFrom));
}

const longest = (chains: string[][]): string[] =>
	chains.reduce((best, chain) => (chain.length > best.length ? chain : best), []);

function importsOf(graph: ImportGraph, file: string): string[] {
	const source = graph.get(file);
	if (!source) throw new Error(`There is no source file ${file}`);
	return source.imports;
}
