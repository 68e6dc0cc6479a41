import { IntegrationError } from '../../core/errors';
import type { OdooClient } from '../client';
import { findByExternalId } from '../external-ids';
import { partId, type ManualModel } from './manual-model';

/**
 * Whether all of these external ids stand for something. One that stands for a record which the user
 * may not read counts: Odoo looks the id up before it looks at rights.
 */
export async function allExist(odoo: OdooClient, externalIds: string[]): Promise<boolean> {
	for (const externalId of externalIds) {
		const exists = await findByExternalId(odoo, externalId).then(
			(found) => found !== undefined,
			(error: unknown) => isRefused(error) || Promise.reject(error),
		);
		if (!exists) return false;
	}
	return true;
}

/** True for Odoo's word that the user lacks a right. */
export const isRefused = (error: unknown): boolean =>
	error instanceof IntegrationError && error.code === 'ODOO_ACCESS_DENIED';

/** Whether set-up has made this table here. */
export const hasManualModel = async (
	odoo: OdooClient,
	table: Pick<ManualModel, 'model'>,
): Promise<boolean> => await allExist(odoo, [partId(table, 'model')]);
