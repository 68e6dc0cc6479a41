import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';

const root = join(__dirname, '..', '..');

/** Every node of the package by its full name, from the sources. */
export async function ownNodes(): Promise<Map<string, INodeTypeDescription>> {
	const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
		name: string;
		n8n: { nodes: string[] };
	};
	const found = new Map<string, INodeTypeDescription>();
	for (const file of manifest.n8n.nodes) {
		const source = join(root, file.replace(/^dist\//, '').replace(/\.js$/, '.ts'));
		const loaded = (await import(source)) as Record<string, new () => INodeType>;
		const { description } = new loaded[basename(source, '.node.ts')]!();
		found.set(`${manifest.name}.${description.name}`, description);
	}
	return found;
}
