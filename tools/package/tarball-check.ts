/** What is packed, and what it is made of. Paths are relative to the package, with `/`. */
export interface Packing {
	/** Files of the tarball. */
	packed: string[];
	/** Files of the repository. */
	sources: string[];
	/** `n8n.nodes` and `n8n.credentials` of package.json. */
	registered: string[];
}

/** npm adds these to every tarball. */
const FRONT = ['LICENSE', 'README.md', 'README.zh-CN.md', 'package.json'];

/**
 * What differs between a tarball and what it should hold: the compiled `credentials`, `nodes` and
 * `lib`, the icons, codex files, schemas and templates, the readmes and the licence, and nothing else. Also
 * names nodes that n8n would not find, or would show without icon or codex. Empty when all is well.
 */
export function tarballProblems({ packed, sources, registered }: Packing): string[] {
	const expected = new Set([...FRONT, ...sources.flatMap(packedAs)]);
	const held = new Set(packed);
	const classes = sources.filter((file) =>
		/^(nodes|credentials)\/.*\.(node|credentials)\.ts$/.test(file),
	);
	return [
		...[...expected].filter((file) => !held.has(file)).map((file) => `${file} is missing`),
		...packed.filter((file) => !expected.has(file)).map((file) => `${file} does not belong there`),
		...classes
			.map(compiled)
			.filter((file) => !registered.includes(file))
			.map((file) => `package.json does not register ${file}`),
		...registered
			.filter((file) => !held.has(file))
			.map((file) => `package.json registers ${file}, which is not there`),
		...registered
			.filter((file) => file.endsWith('.node.js'))
			.flatMap((file) => lacking(file, held)),
	];
}

const compiled = (file: string): string => `dist/${file.replace(/\.ts$/, '.js')}`;

function packedAs(file: string): string[] {
	if (/^(credentials|nodes|lib)\/.*(?<!\.d)\.ts$/.test(file)) return [compiled(file)];
	const copied =
		/^(nodes|credentials)\/.*\.svg$|^nodes\/.*\.node\.json$|^nodes\/\w+\/__schema__\/.*\.json$|^workflows\/[^/]+\.json$/;
	return copied.test(file) ? [`dist/${file}`] : [];
}

function lacking(node: string, held: Set<string>): string[] {
	const name = node.slice(0, -'.node.js'.length);
	const icon = name.replace(
		/[^/]+$/,
		(className) => className[0]?.toLowerCase() + className.slice(1),
	);
	return [`${name}.node.json`, `${icon}.svg`, `${icon}.dark.svg`]
		.filter((file) => !held.has(file))
		.map((file) => `${node} has no ${file}`);
}
