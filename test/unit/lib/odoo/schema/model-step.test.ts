import { modelStep } from '../../../../../lib/odoo/schema/model-step';
import type { CustomStep } from '../../../../../lib/odoo/schema/setup-step';
import { answerExternalId } from '../answer-external-id';
import { callsOf, odooWithRows, type Rows } from '../odoo-with-rows';
import { SEASONS } from './seasons';

const step = modelStep(SEASONS, true) as CustomStep;

/** @param known fields that the table has; none means that there is no table */
function odooWith(known: string[], rows: Rows = {}) {
	const ids: Record<string, [string, number]> =
		known.length > 0 ? { 'wechat_setup.x_season_model': ['ir.model', 3] } : {};
	const answers = (method: string) =>
		method === 'fields_get'
			? Object.fromEntries(known.map((name) => [name, {}]))
			: method === 'load' && { ids: [1], messages: [] };
	return odooWithRows(
		rows,
		(call) => answerExternalId(call, ids) ?? (answers(call.method) || true),
		['currency_field'],
	);
}
const ALL = ['x_name', 'x_budget', 'x_currency_id', 'x_weeks'];

it('is found with all of its columns only', async () => {
	expect(await step.find(odooWith(ALL))).toBe(true);
	expect(await step.find(odooWith(['x_name']))).toBe(false);
	expect(await step.find(odooWith([]))).toBe(false);
});

it('makes the table and its columns in one call, amounts after their currency, then defaults', async () => {
	const odoo = odooWith([]);
	await step.make(odoo);
	const [table] = callsOf(odoo, 'ir.model load');
	const { fields, data } = table?.params as { fields: string[]; data: string[][] };
	expect(fields.slice(0, 4)).toEqual(['id', 'name', 'model', 'field_id/id']);
	expect(data.map(([id, , model, column]) => [id, model, column])).toEqual([
		['wechat_setup.x_season_model', 'x_season', 'wechat_setup.x_season_field_x_name'],
		['', '', 'wechat_setup.x_season_field_x_currency_id'],
		['', '', 'wechat_setup.x_season_field_x_weeks'],
		['', '', 'wechat_setup.x_season_field_x_budget'],
	]);
	expect(callsOf(odoo, 'ir.default load')[0]?.params?.data).toEqual([
		['wechat_setup.x_season_default_x_weeks', 'wechat_setup.x_season_field_x_weeks', '13'],
	]);
});

it('adds the columns that are missing', async () => {
	const odoo = odooWith(['x_name', 'x_weeks', 'x_currency_id']);
	await step.make(odoo);
	expect(callsOf(odoo, 'ir.model load')).toEqual([]);
	const [added] = callsOf(odoo, 'ir.model.fields load');
	const { fields, data } = added?.params as { fields: string[]; data: string[][] };
	expect(data).toHaveLength(1);
	expect(data[0]?.[0]).toBe('wechat_setup.x_season_field_x_budget');
	expect(data[0]?.[fields.indexOf('model_id/.id')]).toBe('3');
});

it('adds choices that a newer version has to a column that is there', async () => {
	const choices: Array<[string, string]> = [
		['spring', 'Spring'],
		['autumn', 'Autumn'],
	];
	const kind = { name: 'x_kind', label: 'Kind', type: 'selection', choices } as const;
	const table: typeof SEASONS = { ...SEASONS, fields: [SEASONS.fields[0], { ...kind, choices }] };
	const known = (values: Array<[string, string]>) =>
		odooWithRows(
			{ 'ir.model.fields': [{ id: 8, name: 'x_kind', model: 'x_season' }] },
			(call) =>
				answerExternalId(call, { 'wechat_setup.x_season_model': ['ir.model', 3] }) ??
				(call.method === 'fields_get' ? { x_name: {}, x_kind: { selection: values } } : true),
			['currency_field'],
		);
	const kinds = modelStep(table, false) as CustomStep;
	expect(await kinds.find(known(choices))).toBe(true);
	const older = known(choices.slice(0, 1));
	expect(await kinds.find(older)).toBe(false);
	await kinds.make(older);
	expect(callsOf(older, 'ir.model.fields write')).toMatchObject([
		{
			ids: [8],
			params: { vals: { selection: '[("spring", "Spring"), ("autumn", "Autumn")]' } },
		},
	]);
});

it('is kept with its records, or removed with the external ids of its columns', async () => {
	expect((modelStep(SEASONS, false) as CustomStep).remove).toBeUndefined();
	const ids = ['x_season_field_x_name', 'x_other'].map((name, index) => ({
		...{ id: index + 1, module: 'wechat_setup', name },
	}));
	const odoo = odooWith(ALL, { 'ir.model.data': ids });
	await step.remove?.(odoo);
	expect(callsOf(odoo, 'ir.model unlink')).toMatchObject([{ ids: [3] }]);
	expect(callsOf(odoo, 'ir.model.data unlink')).toMatchObject([{ ids: [1] }]);
});
