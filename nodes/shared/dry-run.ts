import type { INodeProperties } from 'n8n-workflow';

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
