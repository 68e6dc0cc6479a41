import { batches } from '../core/collections';
import { IntegrationError } from '../core/errors';
import type { OdooTransport } from './client';
import { searchRead, type Domain } from './records';

/** The record of an external id. */
export interface Reference {
	model: string;
	id: number;
}

/** Every call occupies an Odoo worker: more calls at once would only queue up. */
const AT_ONCE = 4;

/**
 * The record of an external id `module.name`, archived or not; undefined if there is none that the
 * user may see. Ordinary users may not read `ir.model.data`, but may call this method.
 */
export async function findByExternalId(
	odoo: OdooTransport,
	externalId: string,
): Promise<Reference | undefined> {
	const dot = externalId.indexOf('.');
	const answer = await odoo
		.call('ir.model.data', 'check_object_reference', {
			params: { module: externalId.slice(0, dot), xml_id: externalId.slice(dot + 1) },
			// Otherwise Odoo 14 hides a menu that has no action yet.
			context: { active_test: false, 'ir.ui.menu.full_list': true },
		})
		.catch((error: unknown) => {
			if (error instanceof IntegrationError && error.code === 'ODOO_EXTERNAL_ID_UNKNOWN') return [];
			return Promise.reject(error);
		});
	const [model, id] = Array.isArray(answer) ? (answer as unknown[]) : [];
	return typeof model === 'string' && typeof id === 'number' ? { model, id } : undefined;
}

/** Database id of the record of an external id; undefined if there is none of this model. */
export async function findId(
	odoo: OdooTransport,
	model: string,
	externalId: string,
): Promise<number | undefined> {
	const found = await findByExternalId(odoo, externalId);
	return found?.model === model ? found.id : undefined;
}

/** `findByExternalId` for many external ids. Ids without a record are missing from the result. */
export async function findByExternalIds(
	odoo: OdooTransport,
	externalIds: string[],
): Promise<Map<string, Reference>> {
	const found = new Map<string, Reference>();
	const unique = [...new Set(externalIds)];
	for (const some of batches(unique, AT_ONCE)) {
		await Promise.all(
			some.map(async (externalId) => {
				const reference = await findByExternalId(odoo, externalId);
				if (reference) found.set(externalId, reference);
			}),
		);
	}
	return found;
}

/** Records per call of `externalIdsOf`. */
const RECORDS = 1000;

/** The external ids of records that the user may read, by database id. */
export async function externalIdsOf(
	odoo: OdooTransport,
	model: string,
	ids: number[],
): Promise<Map<number, string[]>> {
	const found = new Map<number, string[]>();
	for (const some of batches([...new Set(ids)], RECORDS)) {
		const rows = (await odoo.call(model, 'get_metadata', { ids: some })) as Metadata[];
		const complete = rows.every(({ xmlids }) => xmlids);
		for (const { id, xmlids = [] } of rows) {
			found.set(
				id,
				xmlids.map(({ xmlid }) => xmlid),
			);
		}
		if (complete) continue;
		for (const [id, named] of await readModelData(odoo, model, some)) found.set(id, named);
	}
	return found;
}

interface Metadata {
	id: number;
	xmlids?: Array<{ xmlid: string }>;
}

/** Odoo 14 returns the metadata of one record only, and lets every user read the external ids. */
async function readModelData(
	odoo: OdooTransport,
	model: string,
	ids: number[],
): Promise<Map<number, string[]>> {
	const domain: Domain = [
		['model', '=', model],
		['res_id', 'in', ids],
	];
	const rows = await searchRead(odoo, 'ir.model.data', domain, ['res_id', 'complete_name']);
	const found = new Map<number, string[]>();
	for (const { res_id: id, complete_name: name } of rows) {
		found.set(Number(id), [...(found.get(Number(id)) ?? []), String(name)]);
	}
	return found;
}

/**
 * Whether all of these external ids exist. One of a record that the user may not read counts: Odoo
 * looks the id up before it checks access.
 */
export async function allExist(odoo: OdooTransport, externalIds: string[]): Promise<boolean> {
	for (const externalId of externalIds) {
		const exists = await findByExternalId(odoo, externalId).then(
			(found) => found !== undefined,
			(error: unknown) => isAccessDenied(error) || Promise.reject(error),
		);
		if (!exists) return false;
	}
	return true;
}

export const isAccessDenied = (error: unknown): boolean =>
	error instanceof IntegrationError && error.code === 'ODOO_ACCESS_DENIED';
