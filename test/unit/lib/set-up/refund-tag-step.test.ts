import { isRemovable, type CustomStep } from '../../../../lib/odoo/schema/setup-step';
import { refundTagStep } from '../../../../lib/set-up/refund-tag-step';
import { callsOf, odooWithRows } from '../odoo/odoo-with-rows';

const step = refundTagStep as CustomStep;

it('makes the tag of refund requests, unless there is one, and keeps it', async () => {
	const known = { 'crm.tag': [{ id: 1, name: 'Refund in WeChat' }] };
	expect(await step.find(odooWithRows(known))).toBe(true);
	const odoo = odooWithRows({}, ({ method }) =>
		method === 'load' ? { ids: [1], messages: [] } : true,
	);
	expect(await step.find(odoo)).toBe(false);
	await step.make(odoo);
	expect(callsOf(odoo, 'crm.tag load')).toHaveLength(1);
	expect(isRemovable(step)).toBe(false);
});
