import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { INodeType } from 'n8n-workflow';

import { outputSchemas } from './output-schemas';
import { schemaPath } from './schema-path';

const ROOT = join(__dirname, '..', '..');

/** Writes the schemas of all operations into the folders of their nodes. */
async function writeSchemas(): Promise<void> {
	const cleaned = new Set<string>();
	for (const [name, schema] of outputSchemas()) {
		const [node = '', resource, operation] = name.split('/');
		const folder = join(ROOT, 'nodes', node);
		if (!cleaned.has(node)) rmSync(join(folder, '__schema__'), { recursive: true, force: true });
		cleaned.add(node);
		const file = join(folder, schemaPath(await versionOf(folder, node), resource, operation));
		mkdirSync(dirname(file), { recursive: true });
		const text = JSON.stringify({ ...schema, version: 1 });
		writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
	}
}

async function versionOf(folder: string, node: string): Promise<number> {
	const loaded = (await import(join(folder, `${node}.node.ts`))) as Record<
		string,
		new () => INodeType
	>;
	const NodeClass = loaded[node];
	if (!NodeClass) throw new Error(`There is no node ${node}`);
	return Math.max(...[new NodeClass().description.version].flat());
}

void writeSchemas();
