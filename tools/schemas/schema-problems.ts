import type { JsonSchema } from './json-schema';

/** Whether a value may have properties that are not described. */
type Openness =
	/** An item also has the fields of earlier nodes. */
	| 'item'
	/** An object of WeChat, and everything in it. */
	| 'raw'
	| 'closed';

/**
 * What differs between a value and the schema that describes it; empty when it agrees. A property that is
 * missing is none: many are optional.
 */
export function schemaProblems(
	value: unknown,
	{ type, properties, items, additionalProperties }: JsonSchema,
	path = '$json',
	openness: Openness = 'item',
): string[] {
	if (value === undefined) return [];
	const actual = typeOf(value);
	const types = [type].flat();
	if (!types.includes(actual)) return [`${path} is ${actual}, not ${types.join(' or ')}`];
	const inside = openness === 'raw' || additionalProperties ? 'raw' : 'closed';
	if (Array.isArray(value)) {
		if (!items) return [];
		return value.flatMap((one, index) => schemaProblems(one, items, `${path}[${index}]`, inside));
	}
	if (actual !== 'object' || !properties) return [];
	return Object.entries(value as object).flatMap(([name, field]) => {
		const schema = properties[name];
		if (schema) return schemaProblems(field, schema, `${path}.${name}`, inside);
		return inside === 'raw' || openness === 'item' ? [] : [`${path}.${name} is not described`];
	});
}

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	return Array.isArray(value) ? 'array' : typeof value;
}
