import type { RecordStep } from '../../../../lib/odoo/schema/setup-step';
import { ORDER_MONEY_FIELDS } from '../../../../lib/settlement/odoo/order-money-fields';
import { orderFilterSteps } from '../../../../lib/set-up/order-filter-steps';
import { answerExternalId } from '../odoo/answer-external-id';
import { fakeOdoo } from '../odoo/fake-odoo';

const steps = orderFilterSteps as RecordStep[];

it('makes shared filters of sale orders', () => {
	expect(steps.map(({ externalId }) => externalId)).toEqual([
		'wechat_setup.filter_sale_order_wechat',
		'wechat_setup.filter_sale_order_wechat_not_received',
		'wechat_setup.filter_sale_order_wechat_money',
		'wechat_setup.filter_sale_order_campaigns',
	]);
	for (const { values } of steps) expect(values).toMatchObject({ model_id: 'sale.order' });
});

it('uses only fields that set-up makes', () => {
	const known = new Set(ORDER_MONEY_FIELDS.map(({ name }) => name));
	const used = steps.flatMap(({ values }) => JSON.stringify(values).match(/x_wechat_\w+/g) ?? []);
	expect(used.filter((name) => !known.has(name))).toEqual([]);
});

it('is found by its external id', async () => {
	const [step] = steps;
	const ids: Record<string, [string, number]> = { [step!.externalId]: ['ir.filters', 1] };
	expect(await step!.find(fakeOdoo((call) => answerExternalId(call, ids)))).toBe(true);
	expect(await step!.find(fakeOdoo((call) => answerExternalId(call, {})))).toBe(false);
});
