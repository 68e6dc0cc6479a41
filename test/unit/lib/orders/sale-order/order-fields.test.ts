import { IntegrationError } from '../../../../../lib/core/errors';
import {
	clearedTaxField,
	newOrderContext,
	utmId,
	wechatFields,
} from '../../../../../lib/orders/sale-order/order-fields';
import { fakeOdoo } from '../../odoo/fake-odoo';

it('clears the tax field of the version, unless Odoo sets the taxes', async () => {
	expect(
		await clearedTaxField(
			fakeOdoo(() => 0, ['tax_ids']),
			{ taxes: 'none' },
		),
	).toBe('tax_ids');
	expect(
		await clearedTaxField(
			fakeOdoo(() => 0, ['tax_id']),
			{ taxes: 'none' },
		),
	).toBe('tax_id');
	expect(
		await clearedTaxField(
			fakeOdoo(() => 0),
			{ taxes: 'odoo' },
		),
	).toBeUndefined();
});

it('writes only fields of set-up that the database has', async () => {
	expect(await wechatFields(fakeOdoo(() => 0, ['x_wechat_mchid', 'name']))).toEqual([
		'x_wechat_mchid',
	]);
});

it('selects the company for new orders if there is one', () => {
	expect(newOrderContext({ companyId: 3 })).toMatchObject({ allowed_company_ids: [3] });
	expect(newOrderContext({})).not.toHaveProperty('allowed_company_ids');
});

describe('A UTM record', () => {
	it('is found by its name, once per connection', async () => {
		const odoo = fakeOdoo(() => [{ id: 4 }]);
		for (let time = 1; time <= 2; time += 1)
			expect(await utmId(odoo, 'utm.source', 'WeChat')).toBe(4);
		expect(odoo.calls).toHaveLength(1);
	});

	it('is created if there is none', async () => {
		const odoo = fakeOdoo(({ method }) => (method === 'load' ? { ids: [6], messages: [] } : []));
		expect(await utmId(odoo, 'utm.campaign', 'Double 11')).toBe(6);
		expect(odoo.calls[1]?.params?.data).toEqual([
			[expect.stringMatching(/^wechat_pay\.utm_campaign_[0-9a-f]{24}$/), 'Double 11'],
		]);
	});

	it('is left out without a name or without the right', async () => {
		const denied = new IntegrationError({
			...{ code: 'ODOO_ACCESS_DENIED', message: '', likelyCause: '', nextStep: '' },
		});
		const odoo = fakeOdoo(() => Promise.reject(denied));
		expect(await utmId(odoo, 'utm.medium', undefined)).toBeUndefined();
		expect(odoo.calls).toEqual([]);
		expect(await utmId(odoo, 'utm.medium', 'Live')).toBeUndefined();
	});
});
