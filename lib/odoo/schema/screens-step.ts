import type { OdooClient } from '../client';
import { allExist, findByExternalId, isAccessDenied } from '../external-ids';
import { ADMINISTRATOR } from '../rights';
import type { SetupStep } from './setup-step';
import { makeRecord, makeRecords, removeRecords } from './make-records';
import type { ManualModel } from './manual-model';
import { listTag, modelViews, type ModelView } from './views';
import { setUpId } from '../records';

/** The list, the form, the search and the menu of a table. */
export function screensStep(table: ManualModel): SetupStep {
	const [action, menu] = [setUpId(table.model, 'action'), setUpId(table.model, 'menu')];
	const viewId = (type: string) => setUpId(table.model, `view_${type}`);
	const views = async (odoo: OdooClient) => modelViews(table, await listTag(odoo));
	return {
		name: `Menu ${table.name}`,
		purpose: 'Adds a menu, a list, a form and a search for the table.',
		model: 'ir.ui.menu',
		operation: 'create',
		right: ADMINISTRATOR,
		async find(odoo) {
			const own = await views(odoo);
			const ids = own.map(({ type }) => viewId(type));
			if (!(await allExist(odoo, [...ids, action, menu]))) return false;
			for (const view of own) {
				if (!(await isComplete(odoo, viewId(view.type), view))) return false;
			}
			return true;
		},
		async make(odoo) {
			const records = (await views(odoo)).map(({ type, arch }) => ({
				externalId: viewId(type),
				values: { name: `${table.model}.${type}`, model: table.model, type, arch_db: arch },
			}));
			// Views of an earlier version do not have all fields.
			await makeRecords(odoo, 'ir.ui.view', records, 'overwritten');
			await makeRecord(odoo, 'ir.actions.act_window', action, {
				name: table.name,
				res_model: table.model,
				view_mode: `${await listTag(odoo)},form`,
				'search_view_id/id': viewId('search'),
			});
			await makeMenu(odoo, table, action, menu);
		},
		async remove(odoo) {
			const ids = (await views(odoo)).map(({ type }) => viewId(type));
			for (const one of [[menu], [action], ids]) await removeRecords(odoo, one);
		},
	};
}

/** `load` does not support references to actions. */
async function makeMenu(
	odoo: OdooClient,
	{ name, parentMenu }: ManualModel,
	action: string,
	menu: string,
): Promise<void> {
	const values = { name, 'parent_id/id': parentMenu, sequence: '90' };
	await makeRecord(odoo, 'ir.ui.menu', menu, values);
	const [made, opened] = [await findByExternalId(odoo, menu), await findByExternalId(odoo, action)];
	if (!made || !opened) return;
	const vals = { action: `ir.actions.act_window,${opened.id}` };
	await odoo.call('ir.ui.menu', 'write', { ids: [made.id], params: { vals } });
}

/** Whether a view contains all its fields. True for users who may not read views. */
async function isComplete(
	odoo: OdooClient,
	externalId: string,
	{ fields }: ModelView,
): Promise<boolean> {
	try {
		const found = await findByExternalId(odoo, externalId);
		const params = { fields: ['arch_db'] };
		const answer = await odoo.call('ir.ui.view', 'read', { ids: [found?.id ?? 0], params });
		const [view] = answer as Array<{ arch_db?: unknown }>;
		const arch = String(view?.arch_db);
		return fields.every((field) => arch.includes(`"${field}"`));
	} catch (error) {
		if (isAccessDenied(error)) return true;
		throw error;
	}
}
