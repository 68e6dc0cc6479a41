import { allExist, findByExternalId } from '../external-ids';
import type { OdooClient } from '../client';
import { searchRead, type Domain, setUpId } from '../records';
import { ADMINISTRATOR } from '../rights';
import type { SetupStep } from './setup-step';
import { makeRecords, removeRecords } from './make-records';
import type { ManualModel } from './manual-model';

/** The access rights of a table. */
export function accessStep(table: ManualModel, deleteRecords: boolean): SetupStep {
	const rules = table.access.map(({ group, may }) => ({
		externalId: setUpId(table.model, `access_${group}`),
		group,
		may,
	}));
	const ids = rules.map(({ externalId }) => externalId);
	return {
		name: `Access to ${table.name}`,
		purpose: 'Gives users of sales and inventory access to the table.',
		model: 'ir.model',
		operation: 'create',
		right: ADMINISTRATOR,
		find: async (odoo) => await allExist(odoo, ids),
		async make(odoo) {
			const model = await findByExternalId(odoo, setUpId(table.model, 'model'));
			const isNew: Domain = [['model', '=', 'ir.access']];
			const [accessModel] = await searchRead(odoo, 'ir.model', isNew, ['model']);
			const records = rules.map(({ externalId, group, may }) => ({
				externalId,
				values: {
					name: `${table.name}: ${group}`,
					'model_id/.id': String(model?.id ?? 0),
					'group_id/id': group,
					...(accessModel ? { operation: OPERATIONS[may] } : permissions(may)),
				},
			}));
			await makeRecords(odoo, accessModel ? 'ir.access' : 'ir.model.access', records);
		},
		kept: 'It is kept with the table.',
		...(deleteRecords && {
			remove: async (odoo: OdooClient) => await removeRecords(odoo, ids),
		}),
	};
}

type Access = ManualModel['access'][number]['may'];

/** Odoo 20 replaces `ir.model.access` by `ir.access`, whose operations are read, write, create and delete. */
const OPERATIONS: Record<Access, string> = { read: 'r', append: 'rc', change: 'rwcd' };

const permissions = (may: Access): Record<string, string> => ({
	perm_read: '1',
	perm_write: may === 'change' ? '1' : '0',
	perm_create: may === 'read' ? '0' : '1',
	perm_unlink: may === 'change' ? '1' : '0',
});
