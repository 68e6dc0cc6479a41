import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';

const root = join(__dirname, '..', '..');

/** Every node of the package by its full name, from the sources. */
export async function ownNodeTypes(): Promise<Map<string, INodeType>> {
	const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
		name: string;
		n8n: { nodes: string[] };
	};
	const found = new Map<string, INodeType>();
	for (const file of manifest.n8n.nodes) {
		const source = join(root, file.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
		const loaded = (await import(source)) as Record<string, new () => INodeType>;
		const node = new loaded[basename(source, '.node.ts')]!();
		found.set(`${manifest.name}.${node.description.name}`, node);
	}
	return found;
}

/** The descriptions of the same. */
export async function ownNodes(): Promise<Map<string, INodeTypeDescription>> {
	const types = [...(await ownNodeTypes())];
	return new Map(types.map(([name, { description }]) => [name, description]));
}
