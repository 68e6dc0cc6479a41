import type { CustomStep } from '../../../../lib/odoo/schema/setup-step';
import { utmSourceStep } from '../../../../lib/set-up/utm-source-step';
import { callsOf, odooWithRows } from '../odoo/odoo-with-rows';

const step = utmSourceStep as CustomStep;

it('makes the source WeChat, unless there is one', async () => {
	const known = { 'utm.source': [{ id: 1, name: 'WeChat' }] };
	expect(await step.find(odooWithRows(known))).toBe(true);
	const odoo = odooWithRows({}, ({ method }) =>
		method === 'load' ? { ids: [1], messages: [] } : true,
	);
	expect(await step.find(odoo)).toBe(false);
	await step.make(odoo);
	expect(callsOf(odoo, 'utm.source load')).toHaveLength(1);
});
