import type { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../client';
import { findByExternalIds } from '../external-ids';
import { CREATE_ONLY, loadRecords } from '../load';
import { odooError } from '../odoo-error';
import type { RecordStep } from './setup-step';

/** A record under its external id, which it is found by again. */
export type SetUpRecord = Pick<RecordStep, 'externalId' | 'values'>;

/**
 * Creates records of one model under their external ids, or finds them there, all in one call: for every
 * call that makes fields, Odoo sets its models up anew. One that Odoo refuses keeps none of the others back.
 *
 * @param existing whether those that are there stay as they are
 * @returns what Odoo says against those that it refuses, by external id
 */
export async function tryRecords(
	odoo: OdooClient,
	model: string,
	records: SetUpRecord[],
	existing: 'kept' | 'rewritten' = 'kept',
): Promise<Map<string, IntegrationError>> {
	if (records.length === 0) return new Map();
	const columns = [...new Set(records.flatMap(({ values }) => Object.keys(values)))];
	const rows = records.map(({ externalId, values }) => ({
		key: externalId,
		rows: [[externalId, ...columns.map((column) => values[column] ?? '')]],
	}));
	const context = existing === 'kept' ? CREATE_ONLY : undefined;
	const { refused } = await loadRecords(odoo, model, ['id', ...columns], rows, context);
	const errors = [...refused].map(([externalId, text]) => {
		const error = odooError({ exception: 'UserError', text }, model, 'load');
		return [externalId, error] as const;
	});
	return new Map(errors);
}

/** The same for records that are of no use without each other. @throws IntegrationError with Odoo's words */
export async function makeRecords(
	odoo: OdooClient,
	model: string,
	records: SetUpRecord[],
	existing?: 'kept' | 'rewritten',
): Promise<void> {
	const [error] = (await tryRecords(odoo, model, records, existing)).values();
	if (error) throw error;
}

/** Creates a record under its external id, or finds it there. @throws IntegrationError with Odoo's words */
export const makeRecord = async (
	odoo: OdooClient,
	model: string,
	externalId: string,
	values: Record<string, string>,
): Promise<void> => await makeRecords(odoo, model, [{ externalId, values }]);

/** Deletes the records of one model behind external ids, as far as there are any, in one call. */
export async function removeRecords(odoo: OdooClient, externalIds: string[]): Promise<void> {
	const found = [...(await findByExternalIds(odoo, externalIds)).values()];
	const [first] = found;
	if (!first) return;
	await odoo.call(first.model, 'unlink', { ids: found.map(({ id }) => id) });
}
