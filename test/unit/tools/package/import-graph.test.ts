import { longestChain, reachable, type ImportGraph } from '../../../../tools/package/import-graph';

const graph = (imports: Record<string, string[]>): ImportGraph =>
	new Map(
		Object.entries(imports).map(([file, names]) => [
			file,
			{ lines: 1, imports: names, circular: false },
		]),
	);

test('reaches each file once, however many ways lead to it', () => {
	const diamond = graph({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [], other: ['a'] });
	expect(reachable(diamond, ['a']).sort()).toEqual(['a', 'b', 'c', 'd']);
});

test('finds the longest chain over all entry files', () => {
	const chains = graph({ a: ['c'], b: ['d', 'c'], c: [], d: ['e'], e: ['c'] });
	expect(longestChain(chains, ['a', 'b'])).toEqual(['b', 'd', 'e', 'c']);
});

test('ends where files import each other', () => {
	const circle = graph({ a: ['b'], b: ['a'] });
	expect(reachable(circle, ['a']).sort()).toEqual(['a', 'b']);
	expect(longestChain(circle, ['a'])).toEqual(['a', 'b']);
});

test('names an entry file that does not exist', () => {
	expect(() => reachable(graph({}), ['gone.ts'])).toThrow('There is no source file gone.ts');
});
