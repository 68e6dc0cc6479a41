import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

interface Manifest {
	name: string;
	n8n: { nodes: string[] };
}

/**
 * Descriptions of the nodes that package.json registers, loaded from the compiled files,
 * by their full type name (`<package>.<node>`).
 */
export function packagedNodes(root: string): Map<string, INodeTypeDescription> {
	const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
	const load = createRequire(join(root, 'package.json'));
	return new Map(
		manifest.n8n.nodes.map((file) => {
			const className = basename(file, '.node.js');
			const loaded = load(join(root, file)) as Record<string, new () => INodeType>;
			const NodeClass = loaded[className];
			if (!NodeClass) throw new Error(`${file} does not export ${className}`);
			const { description } = new NodeClass();
			return [`${manifest.name}.${description.name}`, description];
		}),
	);
}
