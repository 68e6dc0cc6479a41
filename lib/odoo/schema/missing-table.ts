import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../client';
import { allExist } from '../external-ids';
import type { ManualModel } from './manual-model';
import { setUpId } from '../records';

/** Odoo's answers for a model that it does not have differ by version and protocol. */
const UNKNOWN_MODEL = new Set(['ODOO_NOT_FOUND', 'ODOO_SERVER_FAULT', 'ODOO_VALIDATION']);

/** The error of reading a table of set-up, or one with this code if the table does not exist. */
export async function tableError(
	odoo: OdooClient,
	{ model, name }: ManualModel,
	code: string,
	error: unknown,
): Promise<unknown> {
	if (!(error instanceof IntegrationError) || !UNKNOWN_MODEL.has(error.code)) return error;
	if (await allExist(odoo, [setUpId(model, 'model')]).catch(() => true)) return error;
	return new IntegrationError({
		code,
		message: `Odoo has no table "${name}".`,
		likelyCause: 'Set-up was not run in this database, or its tables were deleted.',
		nextStep:
			'Odoo Sale → Set Up: Run, once, with the credential of an administrator and all currencies, e.g. CNY, USD, INR.',
	});
}
