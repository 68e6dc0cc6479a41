import { allExist, findByExternalId, setUpId } from '../external-ids';
import type { OdooClient } from '../client';
import { ADMINISTRATOR } from '../rights';
import type { SetupStep } from './setup-step';
import { makeRecords, removeRecords } from './make-records';
import type { ManualModel } from './manual-model';

/** The access rights of a table. */
export function accessStep(table: ManualModel, deleteRecords: boolean): SetupStep {
	const rules = table.access.map(({ group, may }) => ({
		externalId: setUpId(table.model, `access_${group}`),
		group,
		create: may === 'read' ? '0' : '1',
		change: may === 'change' ? '1' : '0',
	}));
	const ids = rules.map(({ externalId }) => externalId);
	return {
		name: `Access to ${table.name}`,
		purpose: 'Gives users of sales and inventory access to the table.',
		model: 'ir.model.access',
		operation: 'create',
		right: ADMINISTRATOR,
		find: async (odoo) => await allExist(odoo, ids),
		async make(odoo) {
			const model = await findByExternalId(odoo, setUpId(table.model, 'model'));
			const records = rules.map(({ externalId, group, create, change }) => ({
				externalId,
				values: {
					name: `${table.name}: ${group}`,
					'model_id/.id': String(model?.id ?? 0),
					'group_id/id': group,
					perm_read: '1',
					perm_write: change,
					perm_create: create,
					perm_unlink: change,
				},
			}));
			await makeRecords(odoo, 'ir.model.access', records);
		},
		kept: 'It is kept with the table.',
		...(deleteRecords && {
			remove: async (odoo: OdooClient) => await removeRecords(odoo, ids),
		}),
	};
}
