import type { RecordStep } from '../../../../lib/odoo/schema/setup-step';
import {
	moneyFieldSteps,
	orderFieldStep,
	orderFieldSteps,
} from '../../../../lib/set-up/order-field-steps';
import { fakeOdoo } from '../odoo/fake-odoo';

it('makes a field of sale orders that copies do not take over', () => {
	const step = orderFieldStep('x_wechat_test', ['Test', 'What it is']) as RecordStep;
	expect(step).toMatchObject({
		...{
			name: 'Field Test of sale orders',
			externalId: 'wechat_setup.field_sale_order_x_wechat_test',
		},
		values: {
			...{ name: 'x_wechat_test', field_description: 'Test', help: 'What it is', ttype: 'char' },
			...{ state: 'manual', copied: '0', 'model_id/id': 'sale.model_sale_order' },
		},
	});
});

it('asks Odoo for the field each time', async () => {
	const fields: Record<string, object> = {};
	const odoo = fakeOdoo(() => fields);
	const [step] = orderFieldSteps;
	expect(await step?.find(odoo)).toBe(false);
	fields.x_wechat_out_trade_no = {};
	expect(await step?.find(odoo)).toBe(true);
	expect(odoo.calls[0]).toMatchObject({ params: { allfields: ['x_wechat_out_trade_no'] } });
});

it('makes amounts numbers', () => {
	const types = moneyFieldSteps.map((step) => (step as RecordStep).values.ttype);
	expect(types).toEqual(['char', 'float', 'char', 'float', 'char', 'float', 'char']);
});
