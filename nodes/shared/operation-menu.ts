import type { INodeProperties } from 'n8n-workflow';

/** The operations of a resource, as its menu shows them. */
export function operationMenu(
	resource: string,
	options: NonNullable<INodeProperties['options']>,
	byDefault: string,
): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options,
		default: byDefault,
	};
}
