/** Where n8n looks for a way to resolve a webhook's fields without its expression engine. */
const RESOLVERS = Symbol.for('n8n.webhookDescriptionResolvers');

type Parameters = Record<string, unknown>;

/**
 * Fields of the webhook's description that depend on a parameter of the node. As an expression alone each
 * would cost n8n a V8 isolate for every call: some 60 ms, and the memory of one for every caller that
 * waits. Written by hand, because an n8n too old to know the symbol has no `webhookDescriptionFields` either,
 * and then simply evaluates the expression.
 *
 * @param executionsMode of n8n: in `queue` a run streams, since that is the only way from a worker to the
 * process that holds the connections which can be used several times in a run
 */
export function webhookFields(executionsMode: string | undefined): Record<string, string> {
	const held = executionsMode === 'queue' ? 'streaming' : 'responseNode';
	const responseMode = `={{$parameter["acknowledge"] === "onReceived" ? "onReceived" : "${held}"}}`;
	const responseCode = '={{$parameter["responseCode"]}}';
	const resolvers = {
		responseMode: {
			template: responseMode,
			resolve: ({ acknowledge }: Parameters) =>
				acknowledge === 'onReceived' ? 'onReceived' : held,
		},
		responseCode: {
			template: responseCode,
			resolve: (parameters: Parameters) => parameters['responseCode'],
		},
	};
	return Object.assign({ responseMode, responseCode }, { [RESOLVERS]: resolvers });
}
