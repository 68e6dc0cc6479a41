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

/** Names the input items that an operation needs, if no field asks for them. */
export const inputNotice = (
	resource: string,
	operation: string,
	displayName: string,
): INodeProperties => ({
	displayName,
	name: 'inputNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { resource: [resource], operation: [operation] } },
});

/**
 * The switch of an operation that writes.
 *
 * @param where what stays unchanged, e.g. `Odoo`
 */
export const dryRunField = (
	resource: string,
	operations: string[],
	where: string,
): INodeProperties => ({
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: false,
	displayOptions: { show: { resource: [resource], operation: operations } },
	description: `Whether to preview the changes without writing to ${where}`,
});
