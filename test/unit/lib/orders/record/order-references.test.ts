import { paymentKey } from '../../../../../lib/orders/model/order-keys';
import { findPricelist, orderReferences } from '../../../../../lib/orders/record/order-references';
import { fakeOdoo } from '../../odoo/fake-odoo';
import { paidOrder } from '../orders';

const pricelists = (...ids: number[]) => fakeOdoo(() => ids.map((id) => ({ id })));

it('uses the only pricelist in the currency, and reads it once', async () => {
	const odoo = pricelists(2);
	for (let time = 1; time <= 2; time += 1)
		expect(await findPricelist(odoo, 'CNY', { taxes: 'odoo' })).toBe(2);
	expect(odoo.calls).toHaveLength(1);
	expect(odoo.calls[0]?.params?.domain).toEqual([['currency_id.name', '=', 'CNY']]);
});

it('looks among the pricelists of the company and of all companies', async () => {
	const odoo = pricelists(2);
	await findPricelist(odoo, 'CNY', { taxes: 'odoo', companyId: 3, pricelistId: 2 });
	expect(odoo.calls[0]?.params?.domain).toEqual([
		['currency_id.name', '=', 'CNY'],
		['id', '=', 2],
		['company_id', 'in', [3, false]],
	]);
});

it.each([
	['ODOO_PRICELIST_MISSING', {}, []],
	['ODOO_PRICELIST_CURRENCY', { pricelistId: 4 }, []],
	['ODOO_PRICELIST_AMBIGUOUS', {}, [2, 3]],
])('returns %s, and looks again the next time', async (code, options, ids) => {
	const odoo = pricelists(...ids);
	for (let time = 1; time <= 2; time += 1) {
		expect(await findPricelist(odoo, 'CNY', { taxes: 'odoo', ...options })).toMatchObject({ code });
	}
	expect(odoo.calls).toHaveLength(2);
});

it('finds what each order refers to, and what stands in the way of the one without a pricelist', async () => {
	const odoo = fakeOdoo(
		({ model, method, params }) => {
			if (method === 'load')
				return { ids: (params?.data as unknown[]).map((_, i) => 7 + i), messages: [] };
			if (model !== 'product.pricelist') return [{ id: 11 }];
			return JSON.stringify(params).includes('USD') ? [] : [{ id: 2 }];
		},
		['x_wechat_mchid'],
	);
	const order = { ...paidOrder(), channel: { campaign: 'Double 11' } };
	const foreign = paidOrder({ transaction_id: '42', amount: { currency: 'USD' } });
	const found = await orderReferences(odoo, [order, foreign], { taxes: 'odoo' });
	expect(found.get(paymentKey(order))).toEqual({
		partnerId: 7,
		shippingPartnerId: 7,
		pricelistId: 2,
		sourceId: 11,
		mediumId: undefined,
		campaignId: 11,
		wechatFields: ['x_wechat_mchid'],
	});
	expect(found.get(paymentKey(foreign))).toMatchObject({
		partnerId: 8,
		obstacle: { code: 'ODOO_PRICELIST_MISSING' },
	});
	expect(found.get(paymentKey(foreign))).not.toHaveProperty('pricelistId');
	// A preview finds them too, and must not report a missing rate in Odoo.
	expect(odoo.calls.map(({ model }) => model)).not.toContain('res.currency.rate');
});

it('lets the contact of the company hold the place of a buyer that Odoo rejects', async () => {
	const odoo = fakeOdoo(({ model, method, params }) => {
		if (method === 'load') {
			const data = JSON.stringify(params?.data);
			return data.includes('Zhang')
				? { ids: false, messages: [{ type: 'error', message: 'No Zhang', record: 0 }] }
				: { ids: [7], messages: [] };
		}
		if (method === 'check_object_reference') return [];
		if (method === 'has_access') return true;
		if (model === 'res.users') return [{ id: 5, company_id: [3, 'Shop'] }];
		if (model === 'res.company') return [{ id: 3, partner_id: [30, 'Shop'] }];
		return [{ id: 2 }];
	});
	const order = { ...paidOrder(), contact: { name: 'Zhang' } };
	const found = await orderReferences(odoo, [order], { taxes: 'odoo' });
	expect(found.get(paymentKey(order))).toMatchObject({
		partnerId: 30,
		shippingPartnerId: 30,
		pricelistId: 2,
		obstacle: { code: 'ODOO_BUYER_REFUSED' },
	});
});
