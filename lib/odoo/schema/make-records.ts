import type { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../client';
import { findByExternalIds } from '../external-ids';
import { CREATE_ONLY, loadRecords } from '../load';
import { odooError } from '../odoo-error';
import type { RecordStep } from './setup-step';

/** A record with its external id. */
export type SetUpRecord = Pick<RecordStep, 'externalId' | 'values'>;

/**
 * Creates records of one model that do not exist yet, in one call: Odoo reloads its models after every call that
 * makes fields. A record that Odoo refuses does not stop the others.
 *
 * @param existing whether existing records are kept or overwritten
 * @returns the errors of rejected records, by external id
 */
export async function tryRecords(
	odoo: OdooClient,
	model: string,
	records: SetUpRecord[],
	existing: 'kept' | 'overwritten' = 'kept',
): Promise<Map<string, IntegrationError>> {
	if (records.length === 0) return new Map();
	const columns = [...new Set(records.flatMap(({ values }) => Object.keys(values)))];
	const rows = records.map(({ externalId, values }) => ({
		key: externalId,
		rows: [[externalId, ...columns.map((column) => values[column] ?? '')]],
	}));
	const context = existing === 'kept' ? CREATE_ONLY : undefined;
	const { rejected } = await loadRecords(odoo, model, ['id', ...columns], rows, context);
	const errors = [...rejected].map(([externalId, text]) => {
		const error = odooError({ exception: 'UserError', text }, model, 'load');
		return [externalId, error] as const;
	});
	return new Map(errors);
}

/** The same for records that need each other. @throws IntegrationError with Odoo's message */
export async function makeRecords(
	odoo: OdooClient,
	model: string,
	records: SetUpRecord[],
	existing?: 'kept' | 'overwritten',
): Promise<void> {
	const [error] = (await tryRecords(odoo, model, records, existing)).values();
	if (error) throw error;
}

/** Creates a record with an external id if it does not exist. @throws IntegrationError with Odoo's message */
export const makeRecord = async (
	odoo: OdooClient,
	model: string,
	externalId: string,
	values: Record<string, string>,
): Promise<void> => await makeRecords(odoo, model, [{ externalId, values }]);

/** Deletes the existing records of one model by external id, in one call. */
export async function removeRecords(odoo: OdooClient, externalIds: string[]): Promise<void> {
	const found = [...(await findByExternalIds(odoo, externalIds)).values()];
	const [first] = found;
	if (!first) return;
	await odoo.call(first.model, 'unlink', { ids: found.map(({ id }) => id) });
}
