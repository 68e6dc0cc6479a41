import type { OdooClient } from '../client';
import { findByExternalId } from '../external-ids';
import { CREATE_ONLY, loadRecords } from '../load';
import { odooError } from '../odoo-error';

/** Creates a record under its external id, or finds it there. @throws IntegrationError with Odoo's words */
export async function makeRecord(
	odoo: OdooClient,
	model: string,
	externalId: string,
	values: Record<string, string>,
): Promise<void> {
	const fields = ['id', ...Object.keys(values)];
	const record = { key: externalId, rows: [[externalId, ...Object.values(values)]] };
	const { refused } = await loadRecords(odoo, model, fields, [record], CREATE_ONLY);
	const [words] = refused.values();
	if (words !== undefined) throw odooError({ exception: 'UserError', text: words }, model, 'load');
}

/** Deletes the record behind an external id, if there is one. */
export async function removeRecord(odoo: OdooClient, externalId: string): Promise<void> {
	const found = await findByExternalId(odoo, externalId);
	if (found) await odoo.call(found.model, 'unlink', { ids: [found.id] });
}
