import type { CustomStep } from '../../../../lib/odoo/schema/setup-step';
import { currencyStep, pricelistStep } from '../../../../lib/set-up/currency-steps';
import { callsOf, odooWithRows } from '../odoo/odoo-with-rows';

const currency = (active: boolean) => ({ 'res.currency': [{ id: 6, name: 'CNY', active }] });
const loaded = () => ({ ids: [1], messages: [] });

it('activates a currency', async () => {
	const step = currencyStep('CNY') as CustomStep;
	expect(await step.find(odooWithRows(currency(true)))).toBe(true);
	const odoo = odooWithRows(currency(false));
	expect(await step.find(odoo)).toBe(false);
	await step.make(odoo);
	expect(callsOf(odoo, 'res.currency write')).toMatchObject([
		{ ids: [6], params: { vals: { active: true } } },
	]);
});

it('makes a pricelist in a currency, unless there is one', async () => {
	const step = pricelistStep('CNY') as CustomStep;
	const pricelist = { id: 1, currency_id: [6, 'CNY'] };
	expect(await step.find(odooWithRows({ 'product.pricelist': [pricelist] }))).toBe(true);
	const odoo = odooWithRows(currency(true), loaded);
	expect(await step.find(odoo)).toBe(false);
	await step.make(odoo);
	expect(callsOf(odoo, 'product.pricelist load')[0]?.params).toEqual({
		fields: ['id', 'name', 'currency_id/.id'],
		data: [['wechat_setup.pricelist_CNY', 'WeChat CNY', '6']],
	});
});
