/** Where n8n looks for a way to resolve a webhook's fields without its expression engine. */
const RESOLVERS = Symbol.for('n8n.webhookDescriptionResolvers');

type Parameters = Record<string, unknown>;

/**
 * Fields of a webhook description that are the value of a parameter of the node. As an expression alone
 * each would cost n8n a V8 isolate for every call: some 60 ms, and the memory of one for every caller that
 * waits. Written by hand, because an n8n too old to know the symbol has no `webhookDescriptionFields` either,
 * and then simply evaluates the expression.
 *
 * @param fields name of the field → name of the parameter
 */
export function parameterFields(fields: Record<string, string>): Record<string, string> {
	const templates: Record<string, string> = {};
	const resolvers: Record<string, { template: string; resolve: (p: Parameters) => unknown }> = {};
	for (const [field, name] of Object.entries(fields)) {
		const template = `={{$parameter["${name}"]}}`;
		templates[field] = template;
		resolvers[field] = { template, resolve: (parameters) => parameters[name] };
	}
	return Object.assign(templates, { [RESOLVERS]: resolvers });
}
