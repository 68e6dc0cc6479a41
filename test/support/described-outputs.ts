import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INode, INodeExecutionData, INodeTypeDescription } from 'n8n-workflow';

import type { JsonSchema } from '../../tools/schemas/json-schema';
import { schemaPath } from '../../tools/schemas/schema-path';
import { schemaProblems } from '../../tools/schemas/schema-problems';

const NODES = join(__dirname, '../../nodes');

/** The schema that n8n's editor shows for an operation; undefined if there is none. */
export function schemaFor(
	{ name, version }: Pick<INodeTypeDescription, 'name' | 'version'>,
	{ resource, operation }: INode['parameters'],
): JsonSchema | undefined {
	const folder = join(NODES, name.charAt(0).toUpperCase() + name.slice(1));
	const parts = [resource, operation].map((part) => (part === undefined ? part : String(part)));
	const file = join(folder, schemaPath(Math.max(...[version].flat()), parts[0], parts[1]));
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as JsonSchema) : undefined;
}

/**
 * Holds what an operation really returned against its schema.
 *
 * @param items of its first output
 * @param given the items of its input, whose fields pass as they are
 * @throws Error that names each difference
 */
export function expectDescribed(
	description: INodeTypeDescription,
	parameters: INode['parameters'],
	items: INodeExecutionData[],
	given: IDataObject[],
): void {
	const schema = schemaFor(description, parameters);
	if (!schema) return;
	const problems = items
		.filter(({ json }) => !('error' in json))
		.flatMap(({ json }) => schemaProblems(ownFields(json, given), schema));
	if (problems.length === 0) return;
	const operation = `${description.name} ${String(parameters.resource)}.${String(parameters.operation)}`;
	throw new Error(
		`${operation} returns other items than its schema says:\n${[...new Set(problems)].join('\n')}\nCorrect tools/schemas/output-types.ts, then: npm run schemas`,
	);
}

const ownFields = (json: IDataObject, given: IDataObject[]): IDataObject =>
	Object.fromEntries(
		Object.entries(json).filter(([name, value]) => !given.some((item) => item[name] === value)),
	);
