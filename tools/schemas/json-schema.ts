import ts from 'typescript';

/** As much of JSON Schema as n8n's editor reads. */
export interface JsonSchema {
	type: string | string[];
	properties?: Record<string, JsonSchema>;
	items?: JsonSchema;
	/** True where WeChat may add fields. */
	additionalProperties?: true;
}

/** Types are described to this depth; deeper objects are named only. */
const DEEPEST = 6;

/** The schema of a type. An optional property is described like any other: the editor offers both. */
export function schemaOf(checker: ts.TypeChecker, type: ts.Type, depth = 0): JsonSchema {
	const parts = (type.isUnion() ? type.types : [type]).filter(
		({ flags }) => (flags & ts.TypeFlags.Undefined) === 0,
	);
	const schemas = parts.map((part) => schemaOfOne(checker, part, depth));
	return merged(schemas);
}

function schemaOfOne(checker: ts.TypeChecker, type: ts.Type, depth: number): JsonSchema {
	const { flags } = type;
	if (flags & ts.TypeFlags.StringLike) return { type: 'string' };
	if (flags & ts.TypeFlags.NumberLike) return { type: 'number' };
	if (flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
	if (flags & ts.TypeFlags.Null) return { type: 'null' };
	if (checker.isArrayType(type) || checker.isTupleType(type)) {
		const [item] = checker.getTypeArguments(type as ts.TypeReference);
		return { type: 'array', ...(item && { items: schemaOf(checker, item, depth + 1) }) };
	}
	const fields = depth < DEEPEST ? checker.getPropertiesOfType(type) : [];
	const properties = fields.map((field): [string, JsonSchema] => [
		field.name,
		schemaOf(checker, checker.getTypeOfSymbol(field), depth + 1),
	]);
	const isOpen = checker.getIndexInfosOfType(type).length > 0;
	return {
		type: 'object',
		...(isOpen && { additionalProperties: true as const }),
		...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
	};
}

/** One schema for the parts of a union: all types, and the properties of all objects. */
function merged(schemas: JsonSchema[]): JsonSchema {
	const types = [...new Set(schemas.flatMap(({ type }) => type))];
	const properties: Record<string, JsonSchema> = {};
	for (const [name, schema] of schemas.flatMap((each) => Object.entries(each.properties ?? {}))) {
		const known = properties[name];
		properties[name] = known ? merged([known, schema]) : schema;
	}
	const items = schemas.flatMap(({ items: one }) => (one ? [one] : []));
	return {
		type: types.length === 1 ? (types[0] ?? 'object') : types,
		...(Object.keys(properties).length > 0 && { properties }),
		...(items.length > 0 && { items: merged(items) }),
		...(schemas.some((each) => each.additionalProperties) && {
			additionalProperties: true as const,
		}),
	};
}
