import { listTag, modelViews } from '../../../../../lib/odoo/schema/views';
import { fakeOdoo } from '../fake-odoo';
import { SEASONS } from './seasons';

it('makes a list, a form and a search view', () => {
	expect(modelViews(SEASONS, 'list')).toEqual([
		{
			...{ type: 'list', fields: ['x_name', 'x_weeks'] },
			arch: '<list editable="bottom" multi_edit="1" default_order="x_name"><field name="x_name"/><field name="x_weeks"/></list>',
		},
		{
			...{ type: 'form', fields: ['x_name', 'x_budget', 'x_currency_id', 'x_weeks'] },
			arch: '<form><sheet><group><field name="x_name"/><field name="x_budget"/><field name="x_currency_id"/><field name="x_weeks"/></group></sheet></form>',
		},
		{
			...{ type: 'search', fields: ['x_name'] },
			arch: '<search><field name="x_name"/><group><filter name="by_x_budget" string="Budget &#38; more" context="{\'group_by\': \'x_budget\'}"/></group></search>',
		},
	]);
	const readOnly = { ...SEASONS, list: { ...SEASONS.list, editable: false } };
	expect(modelViews(readOnly, 'tree')[0]?.arch).toMatch(/^<tree default_order="x_name">/);
});

it.each([
	[['tree', 'form'], 'tree'],
	[['list', 'form'], 'list'],
])('knows what Odoo calls a list, asked for once: %j', async (types, tag) => {
	const selection = types.map((type) => [type, type]);
	const odoo = fakeOdoo(() => ({ type: { selection } }));
	expect([await listTag(odoo), await listTag(odoo)]).toEqual([tag, tag]);
	expect(odoo.calls).toHaveLength(1);
});
