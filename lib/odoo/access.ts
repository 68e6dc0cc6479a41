import { IntegrationError } from '../core/errors';
import type { OdooClient } from './client';
import { accessDenied } from './rights';

export type Operation = 'read' | 'write' | 'create' | 'unlink';

/**
 * Whether the user of the connection has this right on the model.
 *
 * @throws IntegrationError of Odoo, e.g. for a model that this database does not have
 */
export async function mayAccess(
	odoo: OdooClient,
	model: string,
	operation: Operation,
): Promise<boolean> {
	const old = await odoo.remember('has_access', async () => ({ isMissing: false }));
	const params = { operation, raise_exception: false };
	const askOld = async () => (await odoo.call(model, 'check_access_rights', { params })) === true;
	if (old.isMissing) return await askOld();
	try {
		return (await odoo.call(model, 'has_access', { ids: [], params: { operation } })) === true;
	} catch (error) {
		const unknown = error instanceof IntegrationError && NO_SUCH_METHOD.has(error.code);
		if (!unknown) throw error;
		// An unknown model fails in the same way, and says nothing about the version.
		const may = await askOld();
		old.isMissing = true;
		return may;
	}
}

/** Errors of a call to `has_access` before Odoo 18. */
const NO_SUCH_METHOD = new Set(['ODOO_SERVER_FAULT', 'ODOO_NOT_FOUND']);

/** @throws IntegrationError `ODOO_ACCESS_DENIED`, which names the missing right */
export async function demandAccess(
	odoo: OdooClient,
	model: string,
	operation: Operation,
): Promise<void> {
	if (await mayAccess(odoo, model, operation)) return;
	throw new IntegrationError(accessDenied(model, operation));
}

/** @throws IntegrationError `ODOO_APP_MISSING` if the app that adds the field is not installed */
export async function demandField(
	odoo: OdooClient,
	model: string,
	field: string,
	app: string,
): Promise<void> {
	if ((await odoo.fields(model)).has(field)) return;
	throw new IntegrationError({
		code: 'ODOO_APP_MISSING',
		message: `The app ${app} is not installed in this Odoo database.`,
		likelyCause: `The app ${app} adds the field ${field} of ${model}.`,
		nextStep: `In Odoo as an administrator: Apps → ${app} → Activate.`,
	});
}
