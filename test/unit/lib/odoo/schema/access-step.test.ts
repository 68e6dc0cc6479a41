import { accessStep } from '../../../../../lib/odoo/schema/access-step';
import type { CustomStep } from '../../../../../lib/odoo/schema/setup-step';
import { answerExternalId } from '../answer-external-id';
import { fakeOdoo } from '../fake-odoo';
import { callsOf } from '../odoo-with-rows';
import { SEASONS } from './seasons';

const MODEL: Record<string, [string, number]> = {
	'wechat_setup.x_season_model': ['ir.model', 3],
};
const RULES: Record<string, [string, number]> = {
	'wechat_setup.x_season_access_base_group_system': ['ir.model.access', 1],
	'wechat_setup.x_season_access_stock_group_stock_user': ['ir.model.access', 2],
	'wechat_setup.x_season_access_base_group_user': ['ir.model.access', 4],
};
const odooWith = (ids: Record<string, [string, number]>, accessModels: object[] = []) =>
	fakeOdoo(
		(call) =>
			answerExternalId(call, ids) ??
			(call.method === 'search_read' ? accessModels : { ids: [1, 2, 4], messages: [] }),
	);
const step = accessStep(SEASONS, true) as CustomStep;

it('gives each group its rights on the table', async () => {
	const odoo = odooWith(MODEL);
	expect(await step.find(odoo)).toBe(false);
	await step.make(odoo);
	const { fields, data } = callsOf(odoo, 'ir.model.access load')[0]?.params as {
		fields: string[];
		data: string[][];
	};
	const rights = ['perm_read', 'perm_write', 'perm_create', 'perm_unlink'];
	expect(
		data.map((row) => [
			row[fields.indexOf('group_id/id')],
			rights.map((right) => row[fields.indexOf(right)]).join(''),
			row[fields.indexOf('model_id/.id')],
		]),
	).toEqual([
		['base.group_system', '1111', '3'],
		['stock.group_stock_user', '1010', '3'],
		['base.group_user', '1000', '3'],
	]);
});

it('gives the same rights in Odoo 20, which names operations', async () => {
	const odoo = odooWith(MODEL, [{ id: 1 }]);
	await step.make(odoo);
	const { fields, data } = callsOf(odoo, 'ir.access load')[0]?.params as {
		fields: string[];
		data: string[][];
	};
	expect(data.map((row) => row[fields.indexOf('operation')])).toEqual(['rwcd', 'rc', 'r']);
	expect(fields).not.toContain('perm_read');
});

it('is found, and removed with the table', async () => {
	const odoo = odooWith({ ...MODEL, ...RULES });
	expect(await step.find(odoo)).toBe(true);
	await step.remove?.(odoo);
	expect(callsOf(odoo, 'ir.model.access unlink')).toMatchObject([{ ids: [1, 2, 4] }]);
	expect((accessStep(SEASONS, false) as CustomStep).remove).toBeUndefined();
});
