/**
 * Where n8n looks for the schema of an operation, from the folder of its node on.
 *
 * @param version of the node, e.g. 2
 * @returns e.g. `__schema__/v1.0.0/order/getBacklog.json`
 */
export function schemaPath(version: number, resource?: string, operation?: string): string {
	const padded = String(version).split('.').concat(['0', '0']).slice(0, 3).join('.');
	const parts = [`v${padded}`, resource, operation].filter(Boolean);
	return `__schema__/${parts.join('/')}.json`;
}
