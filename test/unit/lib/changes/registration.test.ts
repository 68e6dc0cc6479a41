import { STOCK_RULE } from '../../../../lib/changes/push-rule';
import { register, unregister } from '../../../../lib/changes/registration';
import { fakeOdoo } from '../odoo/fake-odoo';

const TARGET = {
	url: 'https://n8n/webhook/1?key=k',
	mark: '/webhook/1',
	name: 'n8n Stock Changed',
};
const ACTION = {
	id: 20,
	base_automation_id: [10, 'x'],
	model_id: [1, 'Quant'],
	webhook_url: TARGET.url,
	webhook_field_ids: [33],
};
const AUTOMATION = {
	id: 10,
	active: true,
	trigger: 'on_create_or_write',
	model_id: [1, 'Quant'],
	filter_domain: STOCK_RULE.domain,
	trigger_field_ids: [31, 32],
	action_server_ids: [20],
};
const FIELDS = [
	{ id: 31, name: 'quantity' },
	{ id: 32, name: 'reserved_quantity' },
	{ id: 33, name: 'product_id' },
];

function odooWith(automations: object[], actions: object[]) {
	return fakeOdoo(({ model, method }) => {
		if (method !== 'search_read') return true;
		if (model === 'ir.model') return [{ id: 1 }];
		if (model === 'ir.model.fields') return FIELDS;
		return model === 'base.automation' ? automations : actions;
	});
}

const writesOf = (odoo: ReturnType<typeof odooWith>) =>
	odoo.calls.flatMap(({ model, method }) =>
		method === 'search_read' ? [] : [`${model}.${method}`],
	);

it('creates the rule where there is none', async () => {
	const odoo = odooWith([], []);
	expect(await register(odoo, STOCK_RULE, TARGET)).toBe('made');
	expect(writesOf(odoo)).toEqual(['base.automation.create']);
	expect(odoo.calls.at(-1)?.params).toMatchObject({
		vals_list: [
			{
				trigger: 'on_create_or_write',
				trigger_field_ids: [[6, 0, [31, 32]]],
				action_server_ids: [[0, 0, { webhook_url: TARGET.url, webhook_field_ids: [[6, 0, [33]]] }]],
			},
		],
	});
});

it('keeps a rule that is right', async () => {
	const odoo = odooWith([AUTOMATION], [ACTION]);
	expect(await register(odoo, STOCK_RULE, TARGET)).toBe('kept');
	expect(writesOf(odoo)).toEqual([]);
});

it.each<[string, object[], object[]]>([
	['turned off', [{ ...AUTOMATION, active: false }], [ACTION]],
	['changed', [{ ...AUTOMATION, filter_domain: '[]' }], [ACTION]],
	['sent elsewhere', [AUTOMATION], [{ ...ACTION, webhook_url: 'https://old/webhook/1' }]],
	['copied', [AUTOMATION, { ...AUTOMATION, id: 11 }], [ACTION, { ...ACTION, id: 21 }]],
])('replaces a rule that was %s', async (_, automations, actions) => {
	const odoo = odooWith(automations, actions);
	expect(await register(odoo, STOCK_RULE, TARGET)).toBe('repaired');
	expect(writesOf(odoo).at(0)).toBe('base.automation.unlink');
	expect(writesOf(odoo).at(-1)).toBe('base.automation.create');
});

it('removes the rule, and an action without a rule', async () => {
	const odoo = odooWith([AUTOMATION], [ACTION, { ...ACTION, id: 21, base_automation_id: false }]);
	await unregister(odoo, TARGET);
	const deleted = odoo.calls.flatMap(({ method, model, ids }) =>
		method === 'unlink' ? [[model, ids]] : [],
	);
	expect(deleted).toEqual([
		['base.automation', [10]],
		['ir.actions.server', [21]],
	]);
});
