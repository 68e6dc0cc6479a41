import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../../odoo/client';
import { findByExternalId } from '../../odoo/external-ids';
import { partId } from '../../odoo/schema/manual-model';
import { LEDGER_MODEL } from './ledger-model';

/** Odoo's own words for a table that it does not know differ by version and protocol. */
const UNKNOWN_TABLE = new Set(['ODOO_NOT_FOUND', 'ODOO_SERVER_FAULT', 'ODOO_VALIDATION']);

/** What reading the ledger failed with, or `ODOO_LEDGER_MISSING` where there is none. */
export async function ledgerError(odoo: OdooClient, error: unknown): Promise<unknown> {
	if (!(error instanceof IntegrationError) || !UNKNOWN_TABLE.has(error.code)) return error;
	const exists = await findByExternalId(odoo, partId(LEDGER_MODEL, 'model')).then(
		(found) => found !== undefined,
		() => true,
	);
	if (exists) return error;
	return new IntegrationError({
		code: 'ODOO_LEDGER_MISSING',
		message: `Odoo has no table "${LEDGER_MODEL.name}".`,
		likelyCause: 'Set-up was not run in this database, or its tables were deleted.',
		nextStep:
			'Odoo Sale → Set Up: Run, once, with the credential of an administrator and all currencies, e.g. CNY, USD, INR.',
	});
}
