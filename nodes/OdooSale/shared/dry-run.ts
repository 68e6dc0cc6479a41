import { dryRunField as sharedField } from '../../shared/dry-run';

/** The switch of an operation that writes to Odoo. */
export const dryRunField = (resource: string, operations: string[]) =>
	sharedField(resource, operations, 'Odoo');
